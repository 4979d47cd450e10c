package dev.drainpipe.deregister;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Traffic;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.ManagedLoadBalancers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at many instances at once, in bulk calls: each cluster and each load balancer once.
 *
 * <p>What did not answer is unknown for the instances that it concerns, and for no others.
 */
final class Observer {
    private final Ecs ecs;
    private final TrafficLook traffic;
    private final Attempts attempts;

    /**
     * What is asked of ECS.
     *
     * @param containerInstances its instances
     * @param managed the load balancers of its services
     */
    record Ecs(ContainerInstances containerInstances, ManagedLoadBalancers managed) {}

    Observer(Ecs ecs, TrafficLook traffic, Attempts attempts) {
        this.ecs = ecs;
        this.traffic = traffic;
        this.attempts = attempts;
    }

    /** How each instance stands now. */
    Map<DrainRequest, Standing> look(List<DrainRequest> requests) {
        Traffic balancers = traffic.look(requests);
        Map<DrainRequest, Standing> standings = new LinkedHashMap<>();
        requests.stream()
                .collect(Collectors.groupingBy(DrainRequest::cluster, LinkedHashMap::new, Collectors.toList()))
                .forEach((cluster, ofCluster) -> {
                    Optional<Set<String>> managed = managed(cluster, ofCluster);
                    instances(cluster, ofCluster)
                            .forEach((request, instance) -> standings.put(
                                    request,
                                    new Standing(
                                            instance,
                                            balancers.classicOf(request),
                                            balancers.targetsOf(request),
                                            managed)));
                });
        return standings;
    }

    /** Not asked where no load balancer is named. */
    private Optional<Set<String>> managed(String cluster, List<DrainRequest> requests) {
        boolean named =
                requests.stream().anyMatch(request -> !request.loadBalancers().equals(LoadBalancers.NONE));
        return named ? attempts.ask(() -> ecs.managed().of(cluster)) : Optional.of(Set.of());
    }

    private Map<DrainRequest, ContainerInstance> instances(String cluster, List<DrainRequest> requests) {
        List<String> ids =
                requests.stream().map(DrainRequest::instanceId).distinct().toList();
        Map<String, ContainerInstance> seen = attempts.ask(
                        () -> ecs.containerInstances().byInstanceId(cluster, ids))
                .orElse(Map.of());
        Map<DrainRequest, ContainerInstance> instances = new LinkedHashMap<>();
        for (DrainRequest request : requests) {
            String id = request.instanceId();
            instances.put(request, seen.getOrDefault(id, ContainerInstance.unknown(id)));
        }
        return instances;
    }
}
