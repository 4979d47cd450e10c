package dev.drainpipe.simulator.ecs.schedule;

import java.util.List;

/**
 * What to do for a replica service now.
 *
 * @param starts how many tasks to start, where there is room
 * @param stops the ids of the tasks to stop
 */
public record ReplicaPlan(int starts, List<String> stops) {
    public ReplicaPlan {
        stops = List.copyOf(stops);
    }
}
