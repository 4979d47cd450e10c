/** The Lambda terminator: handler (wiring), step (one pass), rule (one question). */
@NullMarked
package dev.drainpipe.terminator;

import org.jspecify.annotations.NullMarked;
