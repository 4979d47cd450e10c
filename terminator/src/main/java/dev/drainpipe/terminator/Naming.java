package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Remembers when the tasks of each drain were last named in the log, and which of them ECS does not move by itself.
 *
 * <p>To name tasks costs calls per instance, so it is done at first and then now and then.
 */
final class Naming {
    static final Duration EVERY = Duration.ofMinutes(5);

    private final Recent<Requests.Key> named = new Recent<>();
    private final Memory<Requests.Key, List<Task>> held = new Memory<>();

    /** Whether its tasks should be named. */
    boolean due(DrainRequest request, Instant now) {
        return !named.within(EVERY, Requests.key(request), now);
    }

    void named(DrainRequest request, Instant now) {
        named.note(Requests.key(request), now);
    }

    void saw(DrainRequest request, List<Task> heldTasks) {
        held.put(Requests.key(request), List.copyOf(heldTasks));
    }

    /** The tasks of a drain that ECS does not move by itself, as last seen; none if they were never looked at. */
    List<Task> held(DrainRequest request) {
        return held.get(Requests.key(request)).orElse(List.of());
    }

    void forget(DrainRequest request) {
        named.forget(Requests.key(request));
        held.forget(Requests.key(request));
    }
}
