package dev.drainpipe.aws;

import dev.drainpipe.port.ManagedLoadBalancers;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Service;

/** Finds the load balancers of a cluster's services with ListServices and DescribeServices. */
public final class EcsManagedLoadBalancers implements ManagedLoadBalancers {
    /** Amazon ECS API reference, DescribeServices. */
    private static final int SERVICES_PER_DESCRIBE = 10;

    /** Amazon ECS API reference, ListServices. */
    private static final int SERVICES_PER_PAGE = 100;

    private final EcsClient ecs;

    public EcsManagedLoadBalancers(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public Set<String> of(String cluster) {
        List<String> services = AwsErrors.calling(
                "listing services of " + cluster,
                () -> ecs
                        .listServicesPaginator(
                                request -> request.cluster(cluster).maxResults(SERVICES_PER_PAGE))
                        .serviceArns()
                        .stream()
                        .toList());
        Set<String> managed = new TreeSet<>();
        for (List<String> chunk : Chunks.of(services, SERVICES_PER_DESCRIBE)) {
            describe(cluster, chunk).services().stream()
                    .flatMap(EcsManagedLoadBalancers::loadBalancers)
                    .forEach(managed::add);
        }
        return managed;
    }

    private DescribeServicesResponse describe(String cluster, List<String> services) {
        DescribeServicesResponse answer = AwsErrors.calling(
                "describing services of " + cluster,
                () -> ecs.describeServices(request -> request.cluster(cluster).services(services)));
        boolean inPart = answer.failures().stream().anyMatch(failure -> !AwsErrors.gone(failure.reason()));
        if (inPart) {
            throw new TryLater("describing services of " + cluster + ": an answer in part");
        }
        return answer;
    }

    /** Those of the service, and those of the task sets of external deployments. */
    private static Stream<String> loadBalancers(Service service) {
        return Stream.concat(
                        service.loadBalancers().stream(),
                        service.taskSets().stream().flatMap(taskSet -> taskSet.loadBalancers().stream()))
                .flatMap(EcsManagedLoadBalancers::names);
    }

    private static Stream<String> names(LoadBalancer loadBalancer) {
        return Stream.of(loadBalancer.loadBalancerName(), loadBalancer.targetGroupArn())
                .filter(Objects::nonNull);
    }
}
