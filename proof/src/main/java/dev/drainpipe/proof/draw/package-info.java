/** Plans of runs, drawn from a seed: what stands in the account, what is asked of it, what goes wrong. */
@NullMarked
package dev.drainpipe.proof.draw;

import org.jspecify.annotations.NullMarked;
