package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.GroupMember;
import dev.drainpipe.fleet.GroupMember.Stage;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.Draining;
import dev.drainpipe.port.ManagedLoadBalancers;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.TargetGroupListing;
import dev.drainpipe.port.TargetGroups;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All that deregister looks at and acts on, as maps; writes down every call, and fails those it is told to. */
final class FakeAws
        implements ContainerInstances,
                ManagedLoadBalancers,
                ClassicLoadBalancers,
                TargetGroups,
                TargetGroupListing,
                Draining,
                Outbox {
    /** Calls that change something begin with one of these. */
    static final List<String> WRITES = List.of("leave", "drain", "send", "wake", "keep");

    final List<String> calls = new ArrayList<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    final Set<String> emptyOnce = new HashSet<>();
    final Map<String, ContainerInstance> instances = new HashMap<>();
    final Map<String, String> clusterOf = new HashMap<>();
    final Set<String> clusters = new TreeSet<>(Set.of("c"));
    final Map<String, GroupMember> members = new HashMap<>();
    final Map<String, Map<String, String>> tags = new HashMap<>();
    final Set<String> managed = new HashSet<>();
    final Set<String> classicNames = new TreeSet<>();
    final Map<String, Attachment> classic = new HashMap<>();
    final Set<String> targetGroups = new TreeSet<>();
    final List<Target> targets = new ArrayList<>();
    final Map<String, String> refused = new HashMap<>();
    final List<Outgoing> handedOver = new ArrayList<>();
    final Map<String, String> notAccepted = new HashMap<>();
    final List<Outgoing> wakeUps = new ArrayList<>();
    final Map<String, String> notWoken = new HashMap<>();

    void active(String id) {
        instances.put(id, new ContainerInstance(id, "arn-" + id, Status.ACTIVE, true, 2));
        clusters.add("web");
    }

    void member(String id, Stage stage) {
        members.put(id, new GroupMember("asg", stage));
    }

    /** What changed something, or would have. */
    List<String> writes() {
        return calls.stream()
                .filter(call -> WRITES.stream().anyMatch(call::startsWith))
                .toList();
    }

    Execution.Hands hands() {
        return new Execution.Hands(
                (name, ids) -> called("leave " + name + " " + ids),
                (arn, leaving) -> called("leave " + arn + " "
                        + leaving.stream()
                                .map(target -> target.instanceId() + ":" + target.port())
                                .toList()),
                this);
    }

    Triage.Sources sources(InstantSource clock) {
        Locator locator = new Locator(this, () -> {
            called("clusters");
            return clusters;
        });
        return new Triage.Sources(locator, this::memberships, new KnownTags(this::tagsOf, clock));
    }

    Discovery.Sources balancers(InstantSource clock) {
        return new Discovery.Sources(
                () -> {
                    called("classic names");
                    return emptyOnce.remove("classic names") ? Set.of() : classicNames;
                },
                this,
                new KnownTargets(this, clock),
                new KnownManaged(this, clock));
    }

    Outbox scalerQueue() {
        return messages -> {
            called("wake " + messages.size());
            wakeUps.addAll(messages);
            return notWoken;
        };
    }

    @Override
    public Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> instanceIds) {
        called("byInstanceId " + cluster + " " + new TreeSet<>(instanceIds));
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(
                id,
                clusterOf.getOrDefault(id, "c").equals(cluster)
                        ? instances.getOrDefault(id, ContainerInstance.gone(id))
                        : ContainerInstance.gone(id)));
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn) {
        throw new AssertionError("deregister knows no ARNs");
    }

    private Map<String, GroupMember> memberships(Collection<String> ids) {
        called("members " + new TreeSet<>(ids));
        return ids.stream().collect(Collectors.toMap(id -> id, id -> members.getOrDefault(id, GroupMember.NONE)));
    }

    private Map<String, Map<String, String>> tagsOf(Collection<String> groups) {
        called("tags " + new TreeSet<>(groups));
        Map<String, Map<String, String>> found = new HashMap<>(tags);
        found.keySet().retainAll(groups);
        return found;
    }

    @Override
    public Set<String> of(String cluster) {
        called("managed " + cluster);
        return emptyOnce.remove("managed") ? Set.of() : Set.copyOf(managed);
    }

    @Override
    public Map<String, Attachment> attachments(String loadBalancer, Collection<String> instanceIds) {
        called("attachments " + loadBalancer + " " + new TreeSet<>(instanceIds));
        Map<String, Attachment> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, classic.getOrDefault(id, Attachment.OUT)));
        return found;
    }

    @Override
    public List<Target> targets(String targetGroup, Collection<String> instanceIds) {
        called("targets " + targetGroup + " " + new TreeSet<>(instanceIds));
        return targets.stream()
                .filter(target -> target.group().equals(targetGroup))
                .filter(target -> instanceIds.contains(target.instanceId()))
                .toList();
    }

    @Override
    public Set<String> arns() {
        called("target groups");
        return emptyOnce.remove("target groups") ? Set.of() : targetGroups;
    }

    @Override
    public Set<String> instanceIds(String targetGroup) {
        called("holds " + targetGroup);
        return targets.stream()
                .filter(target -> target.group().equals(targetGroup))
                .map(Target::instanceId)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> drain(String cluster, Collection<String> containerInstances) {
        called("drain " + cluster + " " + containerInstances);
        return refused;
    }

    @Override
    public Map<String, String> send(List<Outgoing> messages) {
        called("send " + messages.size());
        handedOver.addAll(messages);
        return notAccepted;
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
