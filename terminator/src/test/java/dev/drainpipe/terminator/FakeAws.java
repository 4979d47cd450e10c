package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.Groups;
import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.TargetGroups;
import dev.drainpipe.port.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the terminator looks at and acts on, as maps; writes down every call, and fails those it is told to. */
final class FakeAws
        implements Groups,
                ContainerInstances,
                Tasks,
                ClassicLoadBalancers,
                TargetGroups,
                LifecycleActions,
                HookTimeouts {
    final List<String> calls = new ArrayList<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    final Map<String, Membership> memberships = new HashMap<>();
    final Map<String, ContainerInstance> instances = new HashMap<>();
    final Map<String, List<Task>> tasks = new HashMap<>();
    final Map<String, Attachment> classic = new HashMap<>();
    final List<Target> targets = new ArrayList<>();
    final Set<String> daemons = new HashSet<>();
    Answer answer = Answer.DONE;
    Optional<Timeouts> timeouts = Optional.of(new Timeouts(Duration.ofHours(1), Duration.ofDays(2)));

    /** An instance that is drained and waits. */
    void drained(String id) {
        memberships.put(id, Membership.WAITING);
        set(id, Status.DRAINING, 0);
    }

    void set(String id, Status status, int tasksByCounters) {
        instances.put(id, new ContainerInstance(id, "arn-" + id, status, true, tasksByCounters));
    }

    Observer.Places places() {
        return new Observer.Places(this, this, this, this, this);
    }

    @Override
    public Map<String, Membership> memberships(Collection<String> instanceIds) {
        called("memberships " + instanceIds);
        Map<String, Membership> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, memberships.getOrDefault(id, Membership.NOT_WAITING)));
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> instanceIds) {
        called("byInstanceId " + instanceIds);
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, instances.getOrDefault(id, ContainerInstance.gone(id))));
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn) {
        called("byArn " + instanceIdByArn.keySet());
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        instanceIdByArn.values().forEach(id -> found.put(id, instances.getOrDefault(id, ContainerInstance.gone(id))));
        return found;
    }

    @Override
    public List<Task> notStopped(String cluster, String containerInstance) {
        called("notStopped " + containerInstance);
        return tasks.getOrDefault(containerInstance, List.of());
    }

    @Override
    public Set<String> daemonGroups(String cluster) {
        called("daemonGroups " + cluster);
        return daemons;
    }

    @Override
    public Map<String, Attachment> attachments(String loadBalancer, Collection<String> instanceIds) {
        called("attachments " + loadBalancer + " " + instanceIds);
        Map<String, Attachment> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, classic.getOrDefault(id, Attachment.OUT)));
        return found;
    }

    @Override
    public List<Target> targets(String targetGroup, Collection<String> instanceIds) {
        called("targets " + targetGroup + " " + instanceIds);
        return targets.stream()
                .filter(target -> instanceIds.contains(target.instanceId()))
                .toList();
    }

    @Override
    public Answer complete(LifecycleAction action, Result result) {
        called("complete " + action.instanceId() + " " + result);
        return answer;
    }

    @Override
    public Answer heartbeat(LifecycleAction action) {
        called("heartbeat " + action.instanceId());
        return answer;
    }

    @Override
    public Optional<Timeouts> of(String group, String hook) {
        called("hook " + group + " " + hook);
        return timeouts;
    }

    private void called(String call) {
        calls.add(call);
        failures.forEach((prefix, failure) -> {
            if (call.startsWith(prefix)) {
                throw failure;
            }
        });
    }
}
