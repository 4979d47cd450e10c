package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.fleet.Task.Kind;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.TaskProtections;
import dev.drainpipe.port.Tasks;
import dev.drainpipe.terminator.Sight.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the tasks of instances, after the instances, so that no task is missed that came in between. */
final class TaskLook {
    private final Tasks tasks;
    private final TaskProtections protections;
    private final StandaloneTasks policy;
    private final Attempts attempts;
    private final Map<String, Set<String>> daemonGroups = new HashMap<>();

    TaskLook(Tasks tasks, TaskProtections protections, StandaloneTasks policy, Attempts attempts) {
        this.tasks = tasks;
        this.protections = protections;
        this.policy = policy;
        this.attempts = attempts;
    }

    /**
     * What is left on an instance. ECS's counters are cheap and prove that tasks are left; only where they allow that
     * none is, or none but daemons, or where the tasks themselves matter, are the tasks looked at one by one.
     */
    TasksSeen look(Place place, boolean closely) {
        return switch (place.instance().status()) {
            case GONE -> TasksSeen.listed(List.of(), policy);
            case UNKNOWN -> TasksSeen.unknown();
            case ACTIVE, DRAINING, REGISTERING, LEAVING -> look(place.cluster(), place.instance(), closely);
        };
    }

    private TasksSeen look(String cluster, ContainerInstance instance, boolean closely) {
        boolean left =
                instance.tasks() > 0 && instance.tasks() > daemonGroups(cluster).size();
        if (left && !closely) {
            return TasksSeen.counted(instance.tasks());
        }
        TasksSeen unlisted = left ? TasksSeen.counted(instance.tasks()) : TasksSeen.unknown();
        return oneByOne(cluster, instance.arn())
                .map(listed -> lacks(listed, instance.tasks()) ? TasksSeen.counted(instance.tasks()) : listed)
                .orElse(unlisted);
    }

    /** A list that has fewer tasks than the counters prove is a list that lags, or lost some. */
    private static boolean lacks(TasksSeen listed, int counted) {
        return listed.tasks().stream().filter(task -> !task.stopping()).count() < counted;
    }

    private Optional<TasksSeen> oneByOne(String cluster, String containerInstance) {
        return attempts.ask(() -> tasks.notStopped(cluster, containerInstance))
                .map(left -> left.isEmpty() ? left : protectedOnes(cluster, daemons(cluster, left)))
                .map(left -> TasksSeen.listed(left, policy));
    }

    private List<Task> daemons(String cluster, List<Task> left) {
        Set<String> groups = daemonGroups(cluster);
        return left.stream()
                .map(task -> groups.contains(task.group()) ? task.ofDaemon() : task)
                .toList();
    }

    /** A protection that could not be read stays unknown, and such a task holds its instance like any other. */
    private List<Task> protectedOnes(String cluster, List<Task> left) {
        List<String> movable =
                left.stream().filter(TaskLook::movable).map(Task::id).toList();
        if (movable.isEmpty()) {
            return left;
        }
        Map<String, Protection> seen =
                attempts.ask(() -> protections.of(cluster, movable)).orElse(Map.of());
        return left.stream()
                .map(task -> movable(task) ? task.with(seen.getOrDefault(task.id(), Protection.UNKNOWN)) : task)
                .toList();
    }

    private static boolean movable(Task task) {
        return task.kind() == Kind.SERVICE && !task.stopping();
    }

    /** Asked once per tick; none if ECS does not answer, which makes daemon tasks hold the instance until it does. */
    private Set<String> daemonGroups(String cluster) {
        Set<String> known = daemonGroups.get(cluster);
        if (known == null) {
            known = attempts.ask(() -> tasks.daemonGroups(cluster)).orElse(Set.of());
            daemonGroups.put(cluster, known);
        }
        return known;
    }
}
