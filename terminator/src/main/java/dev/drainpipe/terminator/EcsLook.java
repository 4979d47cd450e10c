package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.Tasks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at ECS: the container instances first, then their tasks, so that no task is missed that came in between. */
final class EcsLook {
    private final ContainerInstances containerInstances;
    private final Tasks tasks;
    private final Attempts attempts;
    private final Map<String, Set<String>> daemonGroups = new HashMap<>();

    EcsLook(ContainerInstances containerInstances, Tasks tasks, Attempts attempts) {
        this.containerInstances = containerInstances;
        this.tasks = tasks;
        this.attempts = attempts;
    }

    /** What ECS says of the instances of one cluster, by EC2 id; an instance that it did not speak of is missing. */
    Map<String, ContainerInstance> instances(String cluster, Collection<DrainRequest> requests) {
        Map<String, String> idByArn = new LinkedHashMap<>();
        Set<String> withoutArn = new HashSet<>();
        for (DrainRequest request : requests) {
            if (request.containerInstance() == null) {
                withoutArn.add(request.instanceId());
            } else {
                idByArn.put(request.containerInstance(), request.instanceId());
            }
        }
        Map<String, ContainerInstance> seen = new HashMap<>();
        if (!withoutArn.isEmpty()) {
            seen.putAll(listed(cluster, withoutArn));
        }
        if (!idByArn.isEmpty()) {
            attempts.ask(() -> containerInstances.byArn(cluster, idByArn)).ifPresent(seen::putAll);
        }
        return seen;
    }

    /** An instance is gone only if two lists agree: a list may lag, and one without it is weak evidence. */
    private Map<String, ContainerInstance> listed(String cluster, Set<String> ids) {
        Map<String, ContainerInstance> seen = new HashMap<>(ask(cluster, ids));
        Set<String> absent = new HashSet<>(ids);
        absent.removeIf(id -> seen.containsKey(id) && seen.get(id).status() != Status.GONE);
        if (!absent.isEmpty()) {
            absent.forEach(seen::remove);
            seen.putAll(ask(cluster, absent));
        }
        return seen;
    }

    private Map<String, ContainerInstance> ask(String cluster, Set<String> ids) {
        return attempts.ask(() -> containerInstances.byInstanceId(cluster, ids)).orElse(Map.of());
    }

    /**
     * What is left on an instance. ECS's counters are cheap and prove that tasks are left; only where they allow that
     * none is, or none but daemons, are the tasks looked at one by one.
     */
    TasksSeen tasks(String cluster, ContainerInstance instance) {
        return switch (instance.status()) {
            case GONE -> TasksSeen.listed(List.of(), Set.of());
            case UNKNOWN -> TasksSeen.unknown();
            case ACTIVE, DRAINING, REGISTERING, LEAVING ->
                instance.tasks() > 0 && instance.tasks() > daemonGroups(cluster).size()
                        ? TasksSeen.counted(instance.tasks())
                        : oneByOne(cluster, instance.arn());
        };
    }

    private TasksSeen oneByOne(String cluster, String containerInstance) {
        Optional<List<Task>> left = attempts.ask(() -> tasks.notStopped(cluster, containerInstance));
        if (left.isEmpty()) {
            return TasksSeen.unknown();
        }
        return left.get().isEmpty()
                ? TasksSeen.listed(List.of(), Set.of())
                : TasksSeen.listed(left.get(), daemonGroups(cluster));
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
