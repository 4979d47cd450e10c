package dev.drainpipe.port;

import dev.drainpipe.fleet.Task;
import java.util.List;
import java.util.Set;

/** Answers which tasks are left on an instance. */
public interface Tasks {
    /**
     * All tasks of a container instance that are not STOPPED, those that are being stopped included.
     *
     * @param known ids of tasks that were on it not long ago: they are asked for even if no list has them, since a list
     *     may lag
     * @throws TryLater if ECS does not answer, or answers in part
     */
    List<Task> notStopped(String cluster, String containerInstance, Set<String> known);

    /**
     * Those of some tasks that are not STOPPED, wherever they are; it says nothing of any other task.
     *
     * @param ids which tasks
     * @throws TryLater if ECS does not answer, or answers in part
     */
    List<Task> notStopped(String cluster, Set<String> ids);

    /**
     * The task groups, such as {@code service:agent}, of the cluster's daemon services.
     *
     * @throws TryLater if ECS does not answer
     */
    Set<String> daemonGroups(String cluster);
}
