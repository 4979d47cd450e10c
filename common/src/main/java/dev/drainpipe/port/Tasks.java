package dev.drainpipe.port;

import dev.drainpipe.fleet.Task;
import java.util.List;
import java.util.Set;

/** Answers which tasks are left on an instance. */
public interface Tasks {
    /**
     * All tasks of a container instance that are not STOPPED, those that are being stopped included.
     *
     * @throws TryLater if ECS does not answer, or answers in part
     */
    List<Task> notStopped(String cluster, String containerInstance);

    /**
     * The task groups, such as {@code service:agent}, of the cluster's daemon services.
     *
     * @throws TryLater if ECS does not answer
     */
    Set<String> daemonGroups(String cluster);
}
