package dev.drainpipe.simulator.ecs.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers which tasks go when there are too many: those that are not running yet, then unhealthy ones, then from the
 * instance with the most tasks of the service, then the newest.
 */
final class Excess {
    private Excess() {}

    /** Up to this many tasks, in the order in which they go; none if the number is not positive. */
    static List<ServiceTask> choose(List<ServiceTask> oldestFirst, int number) {
        if (number <= 0) {
            return List.of();
        }
        List<ServiceTask> candidates = new ArrayList<>();
        Map<String, Integer> crowd = new HashMap<>();
        for (ServiceTask task : oldestFirst) {
            crowd.merge(task.place(), 1, Integer::sum);
            if (!task.held()) {
                candidates.add(0, task);
            }
        }
        List<ServiceTask> chosen = new ArrayList<>();
        while (chosen.size() < number && !candidates.isEmpty()) {
            ServiceTask next = candidates.stream().min(order(crowd)).orElseThrow();
            candidates.remove(next);
            crowd.merge(next.place(), -1, Integer::sum);
            chosen.add(next);
        }
        return chosen;
    }

    private static Comparator<ServiceTask> order(Map<String, Integer> crowd) {
        return Comparator.comparing(ServiceTask::running)
                .thenComparing(ServiceTask::healthy)
                .thenComparing(t -> -crowd.getOrDefault(t.place(), 0));
    }
}
