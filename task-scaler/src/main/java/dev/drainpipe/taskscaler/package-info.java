/** The Lambda task-scaler: handler (wiring), step (one pass), rule (one question). */
@NullMarked
package dev.drainpipe.taskscaler;

import org.jspecify.annotations.NullMarked;
