/** Gates for what can be counted of a cold start. */
@NullMarked
package dev.drainpipe.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
