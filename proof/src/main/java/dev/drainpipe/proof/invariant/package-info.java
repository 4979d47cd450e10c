/** What must never happen in any run: each a sentence, checked after every event. */
@NullMarked
package dev.drainpipe.proof.invariant;

import org.jspecify.annotations.NullMarked;
