package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Remembers of each container instance how many tasks were counted on it, which of them were seen, and which are said to
 * have stopped: so that each is seen STOPPED before the instance goes, even if a list leaves it out, and so that nobody
 * looks while it is known that tasks are left.
 */
final class KnownTasks {
    /** ECS speaks of a stopped task for at least an hour (Amazon ECS API reference, DescribeTasks). */
    static final Duration DESCRIBABLE = Duration.ofMinutes(50);

    private final Memory<String, Known> instances = new Memory<>();
    private final Memory<String, Integer> daemons = new Memory<>();

    /** What is known of one container instance. */
    private static final class Known {
        private final Map<String, Instant> left = new HashMap<>();
        private final Map<String, Instant> stopped = new HashMap<>();
        private int counted;
        private Instant lastNews = Instant.MIN;

        /** Tasks that were counted, or seen, and of which nobody said yet that they have stopped. */
        private int remaining() {
            return left.isEmpty() && stopped.isEmpty() ? counted : Math.max(counted - stopped.size(), left.size());
        }
    }

    /** So many tasks were on it when it was set to DRAINING; what is known already is known better. */
    synchronized void expect(String containerInstance, int tasks) {
        if (instances.get(containerInstance).filter(known -> known.counted > 0).isEmpty()) {
            known(containerInstance).counted = tasks;
        }
    }

    /** ECS counts so many on it now, whatever was said before; tasks that were seen are known better. */
    synchronized void counted(String containerInstance, int tasks) {
        Known known = known(containerInstance);
        if (known.left.isEmpty()) {
            known.counted = tasks;
            known.stopped.clear();
        }
    }

    /** These are on it now, and no others. */
    synchronized void saw(String containerInstance, Collection<Task> notStopped, Instant now) {
        Known known = known(containerInstance);
        known.left.clear();
        known.stopped.clear();
        notStopped.forEach(task -> known.left.put(task.id(), now));
        known.counted = notStopped.size();
    }

    /** ECS says that this one has stopped. */
    synchronized void heard(String containerInstance, String task, Instant now) {
        Known known = known(containerInstance);
        known.left.remove(task);
        known.stopped.put(task, now);
        known.lastNews = now;
    }

    /** The ids of the tasks that were on it not long ago, those that are said to have stopped among them. */
    synchronized Set<String> on(String containerInstance, Instant now) {
        return instances
                .get(containerInstance)
                .map(known -> {
                    Set<String> ids = describable(known.left, now);
                    ids.addAll(describable(known.stopped, now));
                    return ids;
                })
                .orElseGet(TreeSet::new);
    }

    /** Those of them of which nobody said that they have stopped. */
    synchronized Set<String> left(String containerInstance, Instant now) {
        return instances
                .get(containerInstance)
                .map(known -> describable(known.left, now))
                .orElse(Set.of());
    }

    /** Whether every task that was counted or seen on it is said to have stopped, not long ago. */
    synchronized boolean allStopped(String containerInstance, Instant now) {
        return instances
                .get(containerInstance)
                .filter(known -> known.remaining() == 0 && known.counted > 0)
                .filter(known -> describable(known.stopped, now).size() >= known.counted)
                .isPresent();
    }

    /** A cluster has so many daemon services. */
    void daemons(String cluster, int services) {
        daemons.put(cluster, services);
    }

    /** How many tasks of an instance may be daemons, by what was last seen of its cluster; 0 if nothing was. */
    int daemons(String cluster) {
        return daemons.get(cluster).orElse(0);
    }

    /** How many are still to stop, as far as anybody said. */
    synchronized int remaining(String containerInstance) {
        return instances.get(containerInstance).map(Known::remaining).orElse(0);
    }

    /** When something was last said of its tasks; long ago if nothing was. */
    synchronized Instant lastNews(String containerInstance) {
        return instances.get(containerInstance).map(known -> known.lastNews).orElse(Instant.MIN);
    }

    private Known known(String containerInstance) {
        Known known = instances.get(containerInstance).orElseGet(Known::new);
        instances.put(containerInstance, known);
        return known;
    }

    private static Set<String> describable(Map<String, Instant> tasks, Instant now) {
        return tasks.entrySet().stream()
                .filter(task -> now.isBefore(task.getValue().plus(DESCRIBABLE)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
