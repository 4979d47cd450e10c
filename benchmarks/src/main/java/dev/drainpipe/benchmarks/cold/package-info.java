/** How long a function takes until its first answer, and the same for those that it is compared with. */
@NullMarked
package dev.drainpipe.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
