package dev.drainpipe.lambda;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.fleet.Traffic;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.TargetGroups;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks at load balancers: each once, for all instances that must leave it or have left it. */
public final class TrafficLook {
    private final ClassicLoadBalancers classic;
    private final TargetGroups targetGroups;
    private final Attempts attempts;

    public TrafficLook(ClassicLoadBalancers classic, TargetGroups targetGroups, Attempts attempts) {
        this.classic = classic;
        this.targetGroups = targetGroups;
        this.attempts = attempts;
    }

    /** What they say now. */
    public Traffic look(Collection<DrainRequest> requests) {
        Map<String, Map<String, Attachment>> attachments = new HashMap<>();
        instances(requests, LoadBalancers::classic)
                .forEach((name, ids) -> attempts.ask(() -> classic.attachments(name, ids))
                        .ifPresent(answer -> attachments.put(name, answer)));
        Map<String, List<Target>> targets = new HashMap<>();
        instances(requests, LoadBalancers::targetGroups)
                .forEach((arn, ids) -> attempts.ask(() -> targetGroups.targets(arn, ids))
                        .ifPresent(answer -> targets.put(arn, answer)));
        return new Traffic(attachments, targets);
    }

    private static Map<String, Set<String>> instances(
            Collection<DrainRequest> requests, Function<LoadBalancers, List<String>> kind) {
        Map<String, Set<String>> instances = new LinkedHashMap<>();
        for (DrainRequest request : requests) {
            for (String loadBalancer : kind.apply(request.loadBalancers())) {
                instances
                        .computeIfAbsent(loadBalancer, key -> new LinkedHashSet<>())
                        .add(request.instanceId());
            }
        }
        return instances;
    }
}
