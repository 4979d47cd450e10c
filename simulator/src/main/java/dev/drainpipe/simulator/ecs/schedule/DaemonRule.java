package dev.drainpipe.simulator.ecs.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Answers where a daemon service starts a task, and which it stops.
 *
 * <p>One on each ACTIVE instance; none is placed on a draining one, and the one there is the last to stop (Amazon ECS
 * Developer Guide, "Draining Amazon ECS container instances").
 */
public final class DaemonRule {
    private DaemonRule() {}

    /** The plan for all instances of the cluster. */
    public static DaemonPlan plan(List<DaemonPlace> places) {
        List<String> startOn = new ArrayList<>();
        List<String> stops = new ArrayList<>();
        for (DaemonPlace place : places) {
            switch (place.status()) {
                case OPEN -> {
                    if (place.daemons().isEmpty() && !place.ending()) {
                        startOn.add(place.id());
                    }
                }
                case DRAINING -> {
                    if (!place.others()) {
                        stops.addAll(place.daemons());
                    }
                }
                case SILENT -> {
                    // Nothing changes where the agent does not hear.
                }
            }
        }
        return new DaemonPlan(startOn, stops);
    }
}
