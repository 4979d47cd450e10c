package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers which tasks were last seen on each container instance, so that each is seen STOPPED before the instance goes,
 * even if a list leaves it out.
 */
final class KnownTasks {
    /** ECS speaks of a stopped task for at least an hour (Amazon ECS API reference, DescribeTasks). */
    static final Duration DESCRIBABLE = Duration.ofMinutes(50);

    private final Memory<String, Seen> last = new Memory<>();

    private record Seen(Set<String> ids, Instant at) {}

    /** The ids of the tasks that were on a container instance when they were last looked at; none if that is not known. */
    Set<String> on(String containerInstance, Instant now) {
        return last.get(containerInstance)
                .filter(seen -> now.isBefore(seen.at().plus(DESCRIBABLE)))
                .map(Seen::ids)
                .orElse(Set.of());
    }

    /** These are on it now, and no others. */
    void saw(String containerInstance, List<Task> notStopped, Instant now) {
        Set<String> ids = notStopped.stream().map(Task::id).collect(Collectors.toUnmodifiableSet());
        last.put(containerInstance, new Seen(ids, now));
    }
}
