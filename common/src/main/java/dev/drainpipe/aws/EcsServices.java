package dev.drainpipe.aws;

import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.port.Services;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DeploymentController;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** Reads and changes services with DescribeServices and UpdateService. */
public final class EcsServices implements Services {
    private final EcsClient ecs;
    private final ServiceDescriptions descriptions;

    public EcsServices(EcsClient ecs) {
        this.ecs = ecs;
        this.descriptions = new ServiceDescriptions(ecs);
    }

    @Override
    public Map<String, Service> describe(String cluster, Collection<String> names) {
        Map<String, Service> found = new LinkedHashMap<>();
        descriptions.of(cluster, names).forEach(seen -> {
            found.put(seen.serviceName(), value(seen));
            found.put(seen.serviceArn(), value(seen));
        });
        names.forEach(name -> found.putIfAbsent(name, new Service(name, 0, Scaling.MISSING)));
        return found;
    }

    @Override
    public void setDesiredCount(String cluster, String name, int count) {
        AwsErrors.calling(
                "setting the desired count of " + name,
                () -> ecs.updateService(
                        request -> request.cluster(cluster).service(name).desiredCount(count)));
    }

    private static Service value(software.amazon.awssdk.services.ecs.model.Service seen) {
        return new Service(seen.serviceName(), seen.desiredCount(), scaling(seen));
    }

    private static Scaling scaling(software.amazon.awssdk.services.ecs.model.Service seen) {
        if (!"ACTIVE".equals(seen.status())) {
            return Scaling.INACTIVE;
        }
        if (seen.schedulingStrategy() == SchedulingStrategy.DAEMON) {
            return Scaling.DAEMON;
        }
        DeploymentController controller = seen.deploymentController();
        return controller == null || controller.type() == DeploymentControllerType.ECS
                ? Scaling.OURS
                : Scaling.FOREIGN_CONTROLLER;
    }
}
