/** Tests of the simulated Application Auto Scaling. */
@NullMarked
package dev.drainpipe.simulator.applicationautoscaling;

import org.jspecify.annotations.NullMarked;
