package dev.drainpipe.simulator.ecs.schedule;

import java.util.List;

/**
 * What to do for a daemon service now.
 *
 * @param startOn the ids of the container instances to start one on
 * @param stops the ids of the tasks to stop
 */
public record DaemonPlan(List<String> startOn, List<String> stops) {
    public DaemonPlan {
        startOn = List.copyOf(startOn);
        stops = List.copyOf(stops);
    }
}
