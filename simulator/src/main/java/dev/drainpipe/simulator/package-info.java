/** An AWS that runs termination hooks. */
@NullMarked
package dev.drainpipe.simulator;

import org.jspecify.annotations.NullMarked;
