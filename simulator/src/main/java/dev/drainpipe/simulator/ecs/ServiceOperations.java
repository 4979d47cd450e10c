package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.SimulatedService.Status;
import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceResponse;

/** CreateService, UpdateService, DeleteService, DescribeServices, ListServices. */
final class ServiceOperations {
    /** The most services in one DescribeServices, and what ListServices lists at once (Amazon ECS API reference). */
    private static final int MOST = 10;

    private static final Set<String> UPDATED = Set.of(
            "cluster",
            "service",
            "desiredCount",
            "taskDefinition",
            "deploymentConfiguration",
            "healthCheckGracePeriodSeconds");

    private final Clusters clusters;
    private final Services services;
    private final TaskDefinitions definitions;

    ServiceOperations(Clusters clusters, Services services, TaskDefinitions definitions) {
        this.clusters = clusters;
        this.services = services;
        this.definitions = definitions;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateServiceRequest.class, new ServiceCreation(clusters, services, definitions)::answer)
                .on(UpdateServiceRequest.class, this::update)
                .on(DeleteServiceRequest.class, this::delete)
                .on(DescribeServicesRequest.class, this::describe)
                .on(ListServicesRequest.class, this::list);
    }

    private UpdateServiceResponse update(UpdateServiceRequest request) {
        Checks.simulated(request, UPDATED);
        SimulatedService service = active(request.cluster(), request.service());
        refuseNewDeployment(service, request.taskDefinition());
        HealthyPercents percents = ServiceCreation.percents(request.deploymentConfiguration(), service.percents());
        Integer desired = request.desiredCount();
        if (desired != null) {
            refuseDesiredCount(service, desired);
            services.desire(service, desired);
        }
        services.allow(service, percents);
        return UpdateServiceResponse.builder()
                .service(ServiceView.of(service, clusters))
                .build();
    }

    private void refuseNewDeployment(SimulatedService service, @Nullable String taskDefinition) {
        if (taskDefinition != null) {
            Definition other =
                    definitions.find(taskDefinition).orElseThrow(() -> EcsErrors.client("TaskDefinition not found."));
            if (!other.arn().equals(service.definition().arn())) {
                throw EcsErrors.notSimulated("a new deployment");
            }
        }
    }

    private static void refuseDesiredCount(SimulatedService service, int desired) {
        if (service.daemon()) {
            throw ServiceCreation.daemonHasNoDesiredCount();
        }
        if (desired < 0) {
            throw EcsErrors.invalid("desiredCount must be 0 or more.");
        }
    }

    private DeleteServiceResponse delete(DeleteServiceRequest request) {
        SimulatedService service = active(request.cluster(), request.service());
        if (!service.daemon() && service.desired() > 0 && !Boolean.TRUE.equals(request.force())) {
            throw EcsErrors.invalid("The service cannot be stopped while it is scaled above 0.");
        }
        services.delete(service);
        return DeleteServiceResponse.builder()
                .service(ServiceView.of(service, clusters))
                .build();
    }

    private DescribeServicesResponse describe(DescribeServicesRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        Checks.size("Services", request.services(), MOST);
        Lookup<Service> lookup = Lookup.of(
                request.services(),
                given -> cluster.service(given).map(s -> ServiceView.of(s, clusters)),
                name -> cluster.arnOf("service", name));
        return DescribeServicesResponse.builder()
                .services(lookup.found())
                .failures(lookup.failures())
                .build();
    }

    private ListServicesResponse list(ListServicesRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        String launchType = request.launchTypeAsString();
        String strategy = request.schedulingStrategyAsString();
        List<String> arns = cluster.services().stream()
                .filter(s -> s.status() != Status.INACTIVE)
                .filter(s -> launchType == null || launchType.equals("EC2"))
                .filter(s ->
                        strategy == null || strategy.equals(s.spec().strategy().toString()))
                .map(SimulatedService::arn)
                .toList();
        ArnPage page = ArnPage.of(arns, new ArnPage.Request(request.nextToken(), request.maxResults()), MOST);
        return ListServicesResponse.builder()
                .serviceArns(page.arns())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private SimulatedService active(@Nullable String cluster, @Nullable String nameOrArn) {
        Optional<SimulatedService> service = clusters.require(cluster).service(Checks.given("service", nameOrArn));
        if (service.orElseThrow(EcsErrors::serviceNotFound).status() != Status.ACTIVE) {
            throw EcsErrors.serviceNotActive();
        }
        return service.get();
    }
}
