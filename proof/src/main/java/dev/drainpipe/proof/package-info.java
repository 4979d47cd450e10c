/** Runs of the whole pipeline under drawn troubles, held to what must never happen; one seed is one run. */
@NullMarked
package dev.drainpipe.proof;

import org.jspecify.annotations.NullMarked;
