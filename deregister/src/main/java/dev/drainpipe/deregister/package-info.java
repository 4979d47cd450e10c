/** The Lambda deregister: handler (wiring), step (one pass), rule (one question). */
@NullMarked
package dev.drainpipe.deregister;

import org.jspecify.annotations.NullMarked;
