/** The Lambdas' own handlers, run in this process on virtual time. */
@NullMarked
package dev.drainpipe.proof.function;

import org.jspecify.annotations.NullMarked;
