package dev.drainpipe.aws;

import dev.drainpipe.port.ManagedLoadBalancers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AdvancedConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;

/** Finds the load balancers of a cluster's services with ListServices and DescribeServices. */
public final class EcsManagedLoadBalancers implements ManagedLoadBalancers {
    /** Amazon ECS API reference, ListServices. */
    private static final int SERVICES_PER_PAGE = 100;

    private final EcsClient ecs;
    private final ServiceDescriptions descriptions;

    public EcsManagedLoadBalancers(EcsClient ecs) {
        this.ecs = ecs;
        this.descriptions = new ServiceDescriptions(ecs);
    }

    @Override
    public Set<String> of(String cluster) {
        try {
            return ask(cluster);
        } catch (AwsServiceException e) {
            // ECS refuses to delete a cluster that has services, so a cluster that is gone has none.
            if (AwsErrors.noCluster(e)) {
                return Set.of();
            }
            throw e;
        }
    }

    private Set<String> ask(String cluster) {
        List<String> services = AwsErrors.calling(
                "listing services of " + cluster,
                () -> ecs
                        .listServicesPaginator(
                                request -> request.cluster(cluster).maxResults(SERVICES_PER_PAGE))
                        .serviceArns()
                        .stream()
                        .toList());
        return descriptions.of(cluster, services).stream()
                .flatMap(EcsManagedLoadBalancers::loadBalancers)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of the service, and those of the task sets of external deployments. */
    private static Stream<String> loadBalancers(Service service) {
        return Stream.concat(
                        service.loadBalancers().stream(),
                        service.taskSets().stream().flatMap(taskSet -> taskSet.loadBalancers().stream()))
                .flatMap(EcsManagedLoadBalancers::names);
    }

    /** In a blue/green deployment tasks stand behind either of two target groups. */
    private static Stream<String> names(LoadBalancer loadBalancer) {
        AdvancedConfiguration blueGreen = loadBalancer.advancedConfiguration();
        return Stream.of(
                        loadBalancer.loadBalancerName(),
                        loadBalancer.targetGroupArn(),
                        blueGreen == null ? null : blueGreen.alternateTargetGroupArn())
                .filter(Objects::nonNull);
    }
}
