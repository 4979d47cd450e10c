package dev.drainpipe.simulator.ecs;

import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ecs.model.AvailabilityZoneRebalancing;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentController;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.Service;

/** A service as DescribeServices shows it. */
final class ServiceView {
    private ServiceView() {}

    static Service of(SimulatedService service, Clusters clusters) {
        return Service.builder()
                .serviceArn(service.arn())
                .serviceName(service.name())
                .clusterArn(clusters.arn(service.spec().cluster()))
                .status(service.status().name())
                .desiredCount(service.desired())
                .runningCount(service.running())
                .pendingCount(service.pending())
                .launchType(LaunchType.EC2)
                .schedulingStrategy(service.spec().strategy())
                .taskDefinition(service.definition().arn())
                .deploymentConfiguration(DeploymentConfiguration.builder()
                        .minimumHealthyPercent(service.percents().minimumHealthy())
                        .maximumPercent(service.percents().maximum())
                        .build())
                .deploymentController(DeploymentController.builder()
                        .type(service.spec().deploymentController())
                        .build())
                .deployments(deployment(service))
                .loadBalancers(loadBalancers(service))
                .events(service.events().newestFirst())
                .createdAt(service.createdAt())
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.DISABLED)
                .propagateTags(PropagateTags.NONE)
                .enableECSManagedTags(false)
                .enableExecuteCommand(false)
                .build();
    }

    private static Deployment deployment(SimulatedService service) {
        DeploymentTrouble state = service.trouble().orElseGet(() -> new DeploymentTrouble(undisturbed(service), 0));
        return Deployment.builder()
                .id(service.deploymentId())
                .status("PRIMARY")
                .taskDefinition(service.definition().arn())
                .desiredCount(service.desired())
                .runningCount(service.running())
                .pendingCount(service.pending())
                .failedTasks(state.failedTasks())
                .createdAt(service.createdAt())
                .updatedAt(service.createdAt())
                .launchType(LaunchType.EC2)
                .rolloutState(state.state())
                .rolloutStateReason("ECS deployment %s %s.".formatted(service.deploymentId(), words(state.state())))
                .build();
    }

    private static DeploymentRolloutState undisturbed(SimulatedService service) {
        return service.events().everSteady() ? DeploymentRolloutState.COMPLETED : DeploymentRolloutState.IN_PROGRESS;
    }

    private static String words(DeploymentRolloutState state) {
        return state.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<LoadBalancer> loadBalancers(SimulatedService service) {
        return service.spec().loadBalancers().stream()
                .map(name -> loadBalancer(name, service))
                .toList();
    }

    private static LoadBalancer loadBalancer(String name, SimulatedService service) {
        LoadBalancer.Builder view = LoadBalancer.builder()
                .containerName(service.definition().container())
                .containerPort(service.definition()
                        .spec()
                        .port()
                        .map(PortMapping::containerPort)
                        .orElse(null));
        return (name.startsWith("arn:") ? view.targetGroupArn(name) : view.loadBalancerName(name)).build();
    }
}
