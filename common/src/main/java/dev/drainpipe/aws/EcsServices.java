package dev.drainpipe.aws;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.fleet.Rollout;
import dev.drainpipe.fleet.Rollout.State;
import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.port.Services;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Deployment;
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
        Map<String, Service> byName = descriptions.of(cluster, names).stream()
                .collect(Collectors.toMap(seen -> seen.serviceName(), EcsServices::value, (one, same) -> one));
        Map<String, Service> answers = new LinkedHashMap<>();
        for (String asked : names) {
            String name = PlainName.of(asked);
            answers.put(asked, byName.getOrDefault(name, new Service(name, 0, Scaling.MISSING)));
        }
        return answers;
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
        if (controller != null && controller.type() != DeploymentControllerType.ECS) {
            return Scaling.FOREIGN_CONTROLLER;
        }
        boolean stuck = seen.deployments().stream()
                .filter(deployment -> "PRIMARY".equals(deployment.status()))
                .anyMatch(deployment -> rollout(deployment).stuck(seen.desiredCount()));
        return stuck ? Scaling.STUCK_DEPLOYMENT : Scaling.OURS;
    }

    private static Rollout rollout(Deployment deployment) {
        int failed = deployment.failedTasks() == null ? 0 : deployment.failedTasks();
        return new Rollout(state(deployment), failed);
    }

    private static State state(Deployment deployment) {
        return deployment.rolloutState() == null
                ? State.UNTOLD
                : switch (deployment.rolloutState()) {
                    case IN_PROGRESS -> State.IN_PROGRESS;
                    case COMPLETED -> State.COMPLETED;
                    case FAILED -> State.FAILED;
                    case UNKNOWN_TO_SDK_VERSION -> State.UNTOLD;
                };
    }
}
