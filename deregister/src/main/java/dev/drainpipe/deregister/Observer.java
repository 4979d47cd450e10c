package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.TargetGroups;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at many instances at once, in bulk calls: each cluster and each load balancer once.
 *
 * <p>What did not answer is unknown for the instances that it concerns, and for no others.
 */
final class Observer {
    private final ContainerInstances containerInstances;
    private final ClassicLoadBalancers classic;
    private final TargetGroups targetGroups;
    private final Attempts attempts;

    Observer(
            ContainerInstances containerInstances,
            ClassicLoadBalancers classic,
            TargetGroups targetGroups,
            Attempts attempts) {
        this.containerInstances = containerInstances;
        this.classic = classic;
        this.targetGroups = targetGroups;
        this.attempts = attempts;
    }

    /** How each instance stands now. */
    Map<DrainRequest, Standing> look(List<DrainRequest> requests) {
        Map<String, Map<String, ContainerInstance>> instances = new HashMap<>();
        by(requests, request -> List.of(request.cluster()))
                .forEach((cluster, ids) -> attempts.ask(() -> containerInstances.byInstanceId(cluster, ids))
                        .ifPresent(seen -> instances.put(cluster, seen)));
        Map<String, Map<String, Attachment>> attachments = new HashMap<>();
        by(requests, loadBalancers(LoadBalancers::classic)).forEach((name, ids) -> attempts.ask(
                        () -> classic.attachments(name, ids))
                .ifPresent(seen -> attachments.put(name, seen)));
        Map<String, List<Target>> targets = new HashMap<>();
        by(requests, loadBalancers(LoadBalancers::targetGroups)).forEach((arn, ids) -> attempts.ask(
                        () -> targetGroups.targets(arn, ids))
                .ifPresent(seen -> targets.put(arn, seen)));
        Map<DrainRequest, Standing> standings = new LinkedHashMap<>();
        for (DrainRequest request : requests) {
            standings.put(request, standing(request, instances, attachments, targets));
        }
        return standings;
    }
}
