/** The rules of the service scheduler: pure answers to how many tasks to start, which to stop, and where to put one. */
@NullMarked
package dev.drainpipe.simulator.ecs.schedule;

import org.jspecify.annotations.NullMarked;
