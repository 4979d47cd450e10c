package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.fleet.Task.Kind;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.TaskProtections;
import dev.drainpipe.port.Tasks;
import dev.drainpipe.terminator.Sight.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Looks at the tasks of instances, after the instances, so that no task is missed that came in between. */
final class TaskLook {
    /** From so many instances on, it costs less to ask for the tasks of all of them together. */
    private static final int MANY = 8;

    private final Tasks tasks;
    private final TaskProtections protections;
    private final StandaloneTasks policy;
    private final KnownTasks known;
    private final InstantSource clock;
    private final Attempts attempts;
    private final Map<String, Set<String>> daemonGroups = new HashMap<>();
    private final Map<String, Task> notStopped = new HashMap<>();
    private final Map<String, List<Task>> settled = new HashMap<>();

    /**
     * Where tasks are looked at.
     *
     * @param tasks ECS, by task
     * @param protections which tasks ECS must not stop
     * @param known what the process remembers of tasks
     */
    record Sources(Tasks tasks, TaskProtections protections, KnownTasks known) {}

    TaskLook(Sources sources, StandaloneTasks policy, InstantSource clock, Attempts attempts) {
        this.tasks = sources.tasks();
        this.protections = sources.protections();
        this.known = sources.known();
        this.clock = clock;
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
        boolean left = counted(cluster, instance);
        if (left && !closely) {
            known.counted(instance.arn(), instance.tasks());
            return TasksSeen.counted(instance.tasks());
        }
        List<Task> settledTasks = settled.get(instance.arn());
        if (settledTasks != null) {
            return seen(cluster, instance, settledTasks);
        }
        Optional<TasksSeen> stillThere = closely ? Optional.empty() : stillThere(cluster, instance);
        if (stillThere.isPresent()) {
            return stillThere.get();
        }
        TasksSeen counted = left ? TasksSeen.counted(instance.tasks()) : TasksSeen.unknown();
        return attempts.ask(() -> oneByOne(cluster, instance)).orElse(counted);
    }

    /** Whether ECS's counters prove that a task is left that is no daemon's. */
    private boolean counted(String cluster, ContainerInstance instance) {
        return instance.tasks() > 0 && instance.tasks() > daemonGroups(cluster).size();
    }

    /**
     * Asks for many tasks at once. First for those that were on an instance when it was last looked at: while one of them
     * is there, nobody need list what else is. Then, where all are said to have stopped, or where there is nothing to go
     * by and many instances are looked at, for whatever else may be there.
     */
    void prepare(Collection<Place> places) {
        notStopped.clear();
        settled.clear();
        Instant now = clock.instant();
        Map<String, List<String>> open = new LinkedHashMap<>();
        for (Place place : places) {
            if (!counted(place.cluster(), place.instance())) {
                open.computeIfAbsent(place.cluster(), cluster -> new ArrayList<>())
                        .add(place.instance().arn());
            }
        }
        open.forEach((cluster, instances) -> {
            instances.removeIf(String::isEmpty);
            askForKnown(cluster, instances, now);
            instances.removeIf(instance -> isThere(known.left(instance, now)));
            settle(cluster, instances, now);
        });
    }

    private void askForKnown(String cluster, List<String> instances, Instant now) {
        Set<String> ids = new LinkedHashSet<>();
        instances.forEach(instance -> ids.addAll(known.left(instance, now)));
        if (!ids.isEmpty()) {
            attempts.ask(() -> tasks.notStopped(cluster, ids))
                    .orElse(List.of())
                    .forEach(task -> notStopped.put(task.id(), task));
        }
    }

    private boolean isThere(Set<String> ids) {
        return ids.stream().anyMatch(notStopped::containsKey);
    }

    private void settle(String cluster, List<String> instances, Instant now) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        for (String instance : instances) {
            if (instances.size() >= MANY || known.allStopped(instance, now)) {
                ids.put(instance, known.on(instance, now));
            }
        }
        if (!ids.isEmpty()) {
            attempts.ask(() -> tasks.notStopped(cluster, ids)).ifPresent(settled::putAll);
        }
    }

    /** The tasks that were there before and still are, if they hold the instance. */
    private Optional<TasksSeen> stillThere(String cluster, ContainerInstance instance) {
        List<Task> there = known.left(instance.arn(), clock.instant()).stream()
                .map(notStopped::get)
                .filter(Objects::nonNull)
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(TasksSeen.listed(daemons(cluster, there), policy)).filter(seen -> seen.left() > 0);
    }

    /**
     * A list may be short once. So one that has fewer tasks than ECS counts is not believed, and nothing is left only if
     * the tasks that were there before are all seen to have stopped, or, if none are known, if two lists say so.
     */
    private TasksSeen oneByOne(String cluster, ContainerInstance instance) {
        boolean seenBefore = !known.left(instance.arn(), clock.instant()).isEmpty();
        TasksSeen listed = listed(cluster, instance, known.on(instance.arn(), clock.instant()));
        return !seenBefore && listed.left() == 0
                ? listed(cluster, instance, known.on(instance.arn(), clock.instant()))
                : listed;
    }

    private TasksSeen listed(String cluster, ContainerInstance instance, Set<String> before) {
        return seen(cluster, instance, tasks.notStopped(cluster, instance.arn(), before));
    }

    private TasksSeen seen(String cluster, ContainerInstance instance, List<Task> left) {
        known.saw(instance.arn(), left, clock.instant());
        TasksSeen listed =
                TasksSeen.listed(left.isEmpty() ? left : protectedOnes(cluster, daemons(cluster, left)), policy);
        return lacks(listed, instance.tasks()) ? TasksSeen.counted(instance.tasks()) : listed;
    }

    private static boolean lacks(TasksSeen listed, int counted) {
        return listed.tasks().stream().filter(task -> !task.stopping()).count() < counted;
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
        Set<String> groups = daemonGroups.get(cluster);
        if (groups == null) {
            groups = attempts.ask(() -> tasks.daemonGroups(cluster)).orElse(Set.of());
            daemonGroups.put(cluster, groups);
            known.daemons(PlainName.of(cluster), groups.size());
        }
        return groups;
    }
}
