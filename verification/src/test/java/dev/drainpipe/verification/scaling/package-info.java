/** The task-scaler on the simulated AWS, through its own handler. */
@NullMarked
package dev.drainpipe.verification.scaling;

import org.jspecify.annotations.NullMarked;
