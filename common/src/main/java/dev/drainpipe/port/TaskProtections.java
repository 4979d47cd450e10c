package dev.drainpipe.port;

import dev.drainpipe.fleet.Protection;
import java.util.Collection;
import java.util.Map;

/** Answers which tasks ECS must not stop. */
@FunctionalInterface
public interface TaskProtections {
    /**
     * The protection of service tasks, by id; a task of which ECS does not speak is left out.
     *
     * @throws TryLater if ECS does not answer
     */
    Map<String, Protection> of(String cluster, Collection<String> taskIds);
}
