/** Tests of what is in the package of this name. */
@NullMarked
package dev.drainpipe.proof.invariant;

import org.jspecify.annotations.NullMarked;
