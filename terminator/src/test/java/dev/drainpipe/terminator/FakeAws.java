package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.Member;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.Clusters;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.GroupHooks;
import dev.drainpipe.port.GroupTerminations;
import dev.drainpipe.port.Groups;
import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.TargetGroups;
import dev.drainpipe.port.TaskProtections;
import dev.drainpipe.port.TaskStops;
import dev.drainpipe.port.Tasks;
import dev.drainpipe.port.TerminationStarts;
import dev.drainpipe.port.WaitingInstances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that the terminator looks at and acts on, as maps; writes down every call, and fails those it is told to. */
final class FakeAws
        implements Groups,
                ContainerInstances,
                Clusters,
                Tasks,
                TaskProtections,
                ClassicLoadBalancers,
                TargetGroups,
                LifecycleActions,
                HookTimeouts,
                GroupHooks,
                GroupTerminations,
                TaskStops,
                WaitingInstances,
                TerminationStarts {
    final List<String> calls = new ArrayList<>();
    /** How many of the next lists of tasks are empty, whatever is there. */
    int shortLists;

    /** The ids of tasks that the next list has, and no others, if there are any. */
    final Set<String> listedFirst = new HashSet<>();

    final Map<String, RuntimeException> failures = new HashMap<>();
    final Map<String, Member> members = new HashMap<>();
    final Map<String, ContainerInstance> instances = new HashMap<>();
    final Map<String, String> clusterOf = new HashMap<>();
    final Map<String, List<Task>> tasks = new HashMap<>();
    final Map<String, Protection> protections = new HashMap<>();
    final Map<String, Attachment> classic = new HashMap<>();
    final List<Target> targets = new ArrayList<>();
    final Set<String> daemons = new HashSet<>();
    final List<Hook> hooks = new ArrayList<>();
    final Map<String, Set<String>> waiting = new LinkedHashMap<>();
    final Map<String, Instant> starts = new HashMap<>();
    Answer answer = Answer.DONE;
    Optional<Timeouts> timeouts = Optional.of(new Timeouts(Duration.ofHours(1), Duration.ofDays(2)));

    /** An instance that is drained and waits. */
    void drained(String id) {
        phase(id, Phase.WAITS_TO_LEAVE);
        set(id, Status.DRAINING, 0);
    }

    void phase(String id, Phase phase) {
        members.put(id, new Member("asg", phase));
    }

    void set(String id, Status status, int tasksByCounters) {
        instances.put(id, new ContainerInstance(id, "arn-" + id, status, true, tasksByCounters));
    }

    /** The writes among the calls. */
    List<String> writes() {
        return calls.stream()
                .filter(call -> call.matches("(complete|heartbeat|terminate|stop) .*"))
                .toList();
    }

    @Override
    public Map<String, Member> members(Collection<String> instanceIds) {
        called("members " + instanceIds);
        Map<String, Member> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, members.getOrDefault(id, Member.OF_NO_GROUP)));
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> instanceIds) {
        called("byInstanceId " + cluster + " " + new TreeSet<>(instanceIds));
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, in(cluster, id)));
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn) {
        called("byArn " + cluster + " " + instanceIdByArn.keySet());
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        instanceIdByArn.values().forEach(id -> found.put(id, in(cluster, id)));
        return found;
    }

    private ContainerInstance in(String cluster, String id) {
        ContainerInstance gone = ContainerInstance.gone(id);
        return clusterOf.getOrDefault(id, "c").equals(cluster) ? instances.getOrDefault(id, gone) : gone;
    }

    @Override
    public Set<String> all() {
        called("clusters");
        Set<String> all = new TreeSet<>(clusterOf.values());
        all.add("c");
        return all;
    }

    @Override
    public List<Task> notStopped(String cluster, String containerInstance, Set<String> known) {
        called("notStopped " + cluster + " " + containerInstance);
        List<Task> there = tasks.getOrDefault(containerInstance, List.of());
        boolean isShort = shortLists-- > 0 || !listedFirst.isEmpty();
        Set<String> listed = new HashSet<>(known);
        listed.addAll(listedFirst);
        listedFirst.clear();
        return isShort
                ? there.stream().filter(task -> listed.contains(task.id())).toList()
                : there;
    }

    @Override
    public List<Task> notStopped(String cluster, Set<String> ids) {
        called("known " + cluster + " " + new TreeSet<>(ids));
        return tasks.values().stream()
                .flatMap(List::stream)
                .filter(task -> ids.contains(task.id()))
                .toList();
    }

    @Override
    public Map<String, List<Task>> notStopped(String cluster, Map<String, Set<String>> known) {
        called("settled " + cluster + " " + new TreeMap<>(known));
        return known.keySet().stream().collect(Collectors.toMap(id -> id, id -> tasks.getOrDefault(id, List.of())));
    }

    @Override
    public Set<String> daemonGroups(String cluster) {
        called("daemonGroups " + cluster);
        return daemons;
    }

    @Override
    public Map<String, Protection> of(String cluster, Collection<String> taskIds) {
        called("protections " + cluster + " " + taskIds);
        return taskIds.stream()
                .collect(Collectors.toMap(id -> id, id -> protections.getOrDefault(id, Protection.NONE)));
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
    public Answer terminate(String instanceId) {
        called("terminate " + instanceId);
        return answer;
    }

    @Override
    public void stop(String cluster, String taskId, String reason) {
        called("stop " + cluster + " " + taskId);
    }

    @Override
    public Optional<Timeouts> of(String group, String hook) {
        called("hook " + group + " " + hook);
        return timeouts;
    }

    @Override
    public List<Hook> termination(String group) {
        called("hooks " + group);
        return hooks.stream().filter(hook -> hook.group().equals(group)).toList();
    }

    @Override
    public Map<String, Set<String>> byGroup() {
        called("waiting");
        return waiting;
    }

    @Override
    public Map<String, Instant> of(String group) {
        called("activities " + group);
        return starts;
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
