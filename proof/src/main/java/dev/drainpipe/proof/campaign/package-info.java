/** Many runs, side by side, and what they come to. */
@NullMarked
package dev.drainpipe.proof.campaign;

import org.jspecify.annotations.NullMarked;
