/** Application Auto Scaling, as a register of what it scales. */
@NullMarked
package dev.drainpipe.simulator.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
