package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.DeregisterContainerInstanceRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterContainerInstanceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;

/** ListContainerInstances, DescribeContainerInstances, DeregisterContainerInstance. */
final class ContainerInstanceOperations {
    private final Setting setting;
    private final Clusters clusters;
    private final ContainerInstances instances;

    ContainerInstanceOperations(Setting setting, Clusters clusters, ContainerInstances instances) {
        this.setting = setting;
        this.clusters = clusters;
        this.instances = instances;
    }

    void addTo(Operations operations) {
        InstanceStateUpdate update = new InstanceStateUpdate(setting, clusters, instances);
        operations
                .on(ListContainerInstancesRequest.class, this::list)
                .on(DescribeContainerInstancesRequest.class, this::describe)
                .on(UpdateContainerInstancesStateRequest.class, update::answer)
                .on(DeregisterContainerInstanceRequest.class, this::deregister);
    }

    private ListContainerInstancesResponse list(ListContainerInstancesRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        InstanceFilter filter = InstanceFilter.of(request);
        List<String> arns = cluster.registered().stream()
                .filter(filter::accepts)
                .map(SimulatedInstance::arn)
                .toList();
        ArnPage page = ArnPage.of(arns, new ArnPage.Request(request.nextToken(), request.maxResults()), ArnPage.MOST);
        return ListContainerInstancesResponse.builder()
                .containerInstanceArns(page.arns())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private DescribeContainerInstancesResponse describe(DescribeContainerInstancesRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        Checks.size("Container instances", request.containerInstances(), ArnPage.MOST);
        Lookup<ContainerInstance> lookup = Lookup.of(
                request.containerInstances(),
                given -> cluster.instance(given).map(i -> ContainerInstanceView.of(i, request.include())),
                id -> cluster.arnOf("container-instance", id));
        return DescribeContainerInstancesResponse.builder()
                .containerInstances(lookup.found())
                .failures(lookup.failures())
                .build();
    }

    private DeregisterContainerInstanceResponse deregister(DeregisterContainerInstanceRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        SimulatedInstance instance = cluster.instance(Checks.given("containerInstance", request.containerInstance()))
                .filter(SimulatedInstance::registered)
                .orElseThrow(() -> EcsErrors.invalid("The referenced container instance was not found."));
        if (!Boolean.TRUE.equals(request.force()) && !instance.tasks().isEmpty()) {
            throw EcsErrors.invalid("Found running tasks on the instance.");
        }
        instances.deregister(instance);
        return DeregisterContainerInstanceResponse.builder()
                .containerInstance(ContainerInstanceView.of(instance, List.of()))
                .build();
    }
}
