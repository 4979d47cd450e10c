/** Tests of the task-scaler. */
@NullMarked
package dev.drainpipe.taskscaler;

import org.jspecify.annotations.NullMarked;
