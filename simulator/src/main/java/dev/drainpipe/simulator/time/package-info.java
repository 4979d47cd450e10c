/** Virtual time: one clock, an ordered list of what happens next, and code that waits on it. */
@NullMarked
package dev.drainpipe.simulator.time;

import org.jspecify.annotations.NullMarked;
