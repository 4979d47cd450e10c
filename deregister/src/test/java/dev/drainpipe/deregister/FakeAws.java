package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.Draining;
import dev.drainpipe.port.ManagedLoadBalancers;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.TargetGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that deregister looks at and acts on, as maps; writes down every call, and fails those it is told to. */
final class FakeAws
        implements ContainerInstances, ManagedLoadBalancers, ClassicLoadBalancers, TargetGroups, Draining, Outbox {
    final List<String> calls = new ArrayList<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    final Map<String, ContainerInstance> instances = new HashMap<>();
    final Set<String> managed = new HashSet<>();
    final Map<String, Attachment> classic = new HashMap<>();
    final List<Target> targets = new ArrayList<>();
    final Map<String, String> refused = new HashMap<>();
    final List<Outgoing> handedOver = new ArrayList<>();
    final Map<String, String> notAccepted = new HashMap<>();

    void active(String id) {
        instances.put(id, new ContainerInstance(id, "arn-" + id, Status.ACTIVE, true, 2));
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

    @Override
    public Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> instanceIds) {
        called("byInstanceId " + cluster + " " + instanceIds);
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        instanceIds.forEach(id -> found.put(id, instances.getOrDefault(id, ContainerInstance.gone(id))));
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn) {
        throw new AssertionError("deregister knows no ARNs");
    }

    @Override
    public Set<String> of(String cluster) {
        called("managed " + cluster);
        return managed;
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
