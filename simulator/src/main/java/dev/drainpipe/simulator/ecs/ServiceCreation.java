package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/**
 * CreateService.
 *
 * <p>Facts from the Amazon ECS API reference, CreateService.
 */
final class ServiceCreation {
    private static final Set<String> SIMULATED = Set.of(
            "cluster",
            "serviceName",
            "taskDefinition",
            "desiredCount",
            "clientToken",
            "launchType",
            "role",
            "loadBalancers",
            "deploymentConfiguration",
            "deploymentController",
            "healthCheckGracePeriodSeconds",
            "schedulingStrategy");

    private static final int WHOLE = 100;

    private final Clusters clusters;
    private final Services services;
    private final TaskDefinitions definitions;

    ServiceCreation(Clusters clusters, Services services, TaskDefinitions definitions) {
        this.clusters = clusters;
        this.services = services;
        this.definitions = definitions;
    }

    CreateServiceResponse answer(CreateServiceRequest request) {
        Checks.simulated(request, SIMULATED);
        refuseOtherLaunchType(request.launchTypeAsString());
        SimulatedCluster cluster = clusters.require(request.cluster());
        Definition definition = definitions
                .find(Checks.given("taskDefinition", request.taskDefinition()))
                .orElseThrow(() -> EcsErrors.client("TaskDefinition not found."));
        SimulatedService service = services.create(spec(request, cluster, definition), definition);
        return CreateServiceResponse.builder()
                .service(ServiceView.of(service, clusters))
                .build();
    }

    /** Only EC2 is simulated. */
    static void refuseOtherLaunchType(@Nullable String launchType) {
        if (launchType != null && !launchType.equals("EC2")) {
            throw EcsErrors.notSimulated("launchType " + launchType);
        }
    }

    /** The text with which a daemon service refuses a desired count. */
    static AwsError daemonHasNoDesiredCount() {
        return EcsErrors.invalid("The daemon scheduling strategy does not support a desired count for services. "
                + "Remove the desired count value and try again");
    }

    /** The percents of a request; what it leaves out stays as it is. */
    static HealthyPercents percents(@Nullable DeploymentConfiguration given, HealthyPercents otherwise) {
        if (given == null) {
            return otherwise;
        }
        Checks.simulated(given, Set.of("minimumHealthyPercent", "maximumPercent", "deploymentCircuitBreaker"));
        return new HealthyPercents(
                Optional.ofNullable(given.minimumHealthyPercent()).orElse(otherwise.minimumHealthy()),
                Optional.ofNullable(given.maximumPercent()).orElse(otherwise.maximum()));
    }

    private static ServiceSpec spec(CreateServiceRequest request, SimulatedCluster cluster, Definition definition) {
        boolean daemon = request.schedulingStrategy() == SchedulingStrategy.DAEMON;
        HealthyPercents usual = daemon ? HealthyPercents.daemon() : HealthyPercents.replica();
        HealthyPercents percents = percents(request.deploymentConfiguration(), usual);
        if (daemon && percents.maximum() != WHOLE) {
            throw EcsErrors.invalid("The daemon scheduling strategy supports only 100 as maximumPercent.");
        }
        ServiceSpec spec = daemon
                ? ServiceSpec.daemon(cluster.name(), definition.spec())
                : ServiceSpec.replica(cluster.name(), definition.spec(), desired(request));
        if (daemon && request.desiredCount() != null) {
            throw daemonHasNoDesiredCount();
        }
        String controller = request.deploymentController() == null
                ? spec.deploymentController()
                : request.deploymentController().typeAsString();
        return spec.withName(Checks.given("serviceName", request.serviceName()))
                .withPercents(percents.minimumHealthy(), percents.maximum())
                .withDeploymentController(controller)
                .withLoadBalancers(request.loadBalancers().stream()
                        .map(l -> balancer(l, definition))
                        .toArray(String[]::new));
    }

    private static int desired(CreateServiceRequest request) {
        if (request.desiredCount() == null || request.desiredCount() < 0) {
            throw EcsErrors.invalid("desiredCount must be 0 or more.");
        }
        return request.desiredCount();
    }

    private static String balancer(LoadBalancer given, Definition definition) {
        boolean known = definition
                .spec()
                .port()
                .filter(p -> Optional.of(p.containerPort()).equals(Optional.ofNullable(given.containerPort())))
                .isPresent();
        if (!known || !definition.container().equals(given.containerName())) {
            throw EcsErrors.invalid("The container %s did not have a container port %d defined."
                    .formatted(given.containerName(), given.containerPort()));
        }
        return Checks.given(
                "targetGroupArn", given.targetGroupArn() == null ? given.loadBalancerName() : given.targetGroupArn());
    }
}
