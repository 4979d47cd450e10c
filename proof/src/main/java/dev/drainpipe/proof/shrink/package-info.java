/** Makes the plan of a failed run as short as it can be. */
@NullMarked
package dev.drainpipe.proof.shrink;

import org.jspecify.annotations.NullMarked;
