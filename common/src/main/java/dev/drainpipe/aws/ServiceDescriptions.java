package dev.drainpipe.aws;

import dev.drainpipe.port.TryLater;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** Describes ECS services with DescribeServices, as many as asked for. */
final class ServiceDescriptions {
    /** Amazon ECS API reference, DescribeServices. */
    private static final int SERVICES_PER_DESCRIBE = 10;

    private final EcsClient ecs;

    ServiceDescriptions(EcsClient ecs) {
        this.ecs = ecs;
    }

    /**
     * The services of these names or ARNs that ECS has; those that it does not have are left out.
     *
     * @throws TryLater if ECS does not answer, or answers in part
     */
    List<Service> of(String cluster, Collection<String> names) {
        List<Service> services = new ArrayList<>();
        for (List<String> chunk : Chunks.of(names, SERVICES_PER_DESCRIBE)) {
            DescribeServicesResponse answer = AwsErrors.calling(
                    "describing services of " + cluster,
                    () -> ecs.describeServices(
                            request -> request.cluster(cluster).services(chunk)));
            requireWhole(cluster, answer);
            services.addAll(answer.services());
        }
        return services;
    }

    /** A service that is gone is an answer; any other failure is none. */
    private static void requireWhole(String cluster, DescribeServicesResponse answer) {
        answer.failures().stream()
                .filter(failure -> !AwsErrors.gone(failure.reason()))
                .findFirst()
                .ifPresent(failure -> {
                    throw new TryLater("describing services of " + cluster + ": " + failure.reason());
                });
    }
}
