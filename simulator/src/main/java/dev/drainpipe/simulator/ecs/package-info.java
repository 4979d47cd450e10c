/** Amazon ECS: clusters, container instances, tasks, services, and the scheduler that keeps services whole. */
@NullMarked
package dev.drainpipe.simulator.ecs;

import org.jspecify.annotations.NullMarked;
