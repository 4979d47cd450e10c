/** Lambda: functions, event source mappings and schedules. */
@NullMarked
package dev.drainpipe.simulator.function;

import org.jspecify.annotations.NullMarked;
