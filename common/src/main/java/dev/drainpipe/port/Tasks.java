package dev.drainpipe.port;

import dev.drainpipe.fleet.Task;
import java.util.List;
import java.util.Map;
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
     * All tasks of some container instances that are not STOPPED, in as few calls as their number allows.
     *
     * <p>Lists of tasks that are being stopped are asked for twice, since such a task may be there that nobody has heard
     * of, and one list may lag.
     *
     * @param known by container instance, the ids of the tasks that were on it
     * @return one answer for each container instance of which the lists have all that is known
     * @throws TryLater if ECS does not answer, or answers in part
     */
    Map<String, List<Task>> notStopped(String cluster, Map<String, Set<String>> known);

    /**
     * The task groups, such as {@code service:agent}, of the cluster's daemon services.
     *
     * @throws TryLater if ECS does not answer
     */
    Set<String> daemonGroups(String cluster);
}
