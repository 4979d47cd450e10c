/** Plays a plan in a simulated account, on virtual time. */
@NullMarked
package dev.drainpipe.proof.run;

import org.jspecify.annotations.NullMarked;
