package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.fleet.Traffic;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.Groups;
import dev.drainpipe.port.TargetGroups;
import dev.drainpipe.port.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at many instances at once, in bulk calls, and puts together what was seen of each.
 *
 * <p>What did not answer is unknown for the instances that it concerns, and for no others.
 */
final class Observer {
    /**
     * The places to look at.
     *
     * @param groups the Auto Scaling groups
     * @param containerInstances ECS, by instance
     * @param tasks ECS, by task
     * @param classic Classic load balancers
     * @param targetGroups target groups
     */
    record Places(
            Groups groups,
            ContainerInstances containerInstances,
            Tasks tasks,
            ClassicLoadBalancers classic,
            TargetGroups targetGroups) {}

    private final Groups groups;
    private final EcsLook ecs;
    private final TrafficLook traffic;
    private final Attempts attempts;
    private final InstantSource clock;

    Observer(Places places, Attempts attempts, InstantSource clock) {
        this.groups = places.groups();
        this.ecs = new EcsLook(places.containerInstances(), places.tasks(), attempts);
        this.traffic = new TrafficLook(places.classic(), places.targetGroups(), attempts);
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What is seen of each instance now. */
    Map<DrainRequest, Sight> look(Collection<DrainRequest> requests) {
        Instant seenAt = clock.instant();
        Set<String> ids =
                requests.stream().map(DrainRequest::instanceId).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Membership> memberships =
                attempts.ask(() -> groups.memberships(ids)).orElse(Map.of());
        Traffic balancers = traffic.look(requests);
        Map<DrainRequest, ContainerInstance> instances = instances(requests);
        Map<DrainRequest, Sight> sights = new LinkedHashMap<>();
        instances.forEach((request, instance) -> sights.put(
                request,
                new Sight(
                        seenAt,
                        memberships.getOrDefault(request.instanceId(), Membership.UNKNOWN),
                        instance,
                        ecs.tasks(request.cluster(), instance),
                        attachments(request, balancers))));
        return sights;
    }

    private Map<DrainRequest, ContainerInstance> instances(Collection<DrainRequest> requests) {
        Map<DrainRequest, ContainerInstance> instances = new LinkedHashMap<>();
        requests.stream()
                .collect(Collectors.groupingBy(DrainRequest::cluster, LinkedHashMap::new, Collectors.toList()))
                .forEach((cluster, ofCluster) -> {
                    Map<String, ContainerInstance> seen = ecs.instances(cluster, ofCluster);
                    for (DrainRequest request : ofCluster) {
                        String id = request.instanceId();
                        instances.put(request, seen.getOrDefault(id, ContainerInstance.unknown(id)));
                    }
                });
        return instances;
    }

    /** With a target group an instance stands as its busiest port does; it is out when every port is. */
    private static Map<String, Attachment> attachments(DrainRequest request, Traffic balancers) {
        Map<String, Attachment> attachments = new HashMap<>(balancers.classicOf(request));
        balancers
                .targetsOf(request)
                .forEach((arn, targets) -> attachments.put(
                        arn,
                        targets.stream()
                                .map(Target::attachment)
                                .min(Comparator.naturalOrder())
                                .orElse(Attachment.OUT)));
        return attachments;
    }
}
