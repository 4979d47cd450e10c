package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.EcsBehaviour.RepeatedDraining;
import dev.drainpipe.simulator.ecs.SimulatedInstance.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;

/** UpdateContainerInstancesState: up to ten instances become DRAINING, or ACTIVE again. */
final class InstanceStateUpdate {
    /** The most instances in one call (Amazon ECS API reference, UpdateContainerInstancesState). */
    private static final int MOST = 10;

    private final Setting setting;
    private final Clusters clusters;
    private final ContainerInstances instances;

    InstanceStateUpdate(Setting setting, Clusters clusters, ContainerInstances instances) {
        this.setting = setting;
        this.clusters = clusters;
        this.instances = instances;
    }

    UpdateContainerInstancesStateResponse answer(UpdateContainerInstancesStateRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        Checks.size("Container instances", request.containerInstances(), MOST);
        Status status = status(request.statusAsString());
        refuseRepetition(cluster, request.containerInstances(), status);
        List<ContainerInstance> updated = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String given : request.containerInstances()) {
            Optional<Failure> failure = failure(cluster, given, status);
            if (failure.isPresent()) {
                failures.add(failure.get());
            } else {
                SimulatedInstance instance = cluster.instance(given).orElseThrow();
                instances.become(instance, status);
                updated.add(ContainerInstanceView.of(instance, List.of()));
            }
        }
        return UpdateContainerInstancesStateResponse.builder()
                .containerInstances(updated)
                .failures(failures)
                .build();
    }

    private static Status status(String given) {
        return switch (Checks.given("status", given)) {
            case "ACTIVE" -> Status.ACTIVE;
            case "DRAINING" -> Status.DRAINING;
            default -> throw EcsErrors.invalid("Container instance status should be one of [ACTIVE, DRAINING]");
        };
    }

    private void refuseRepetition(SimulatedCluster cluster, List<String> given, Status status) {
        boolean repeats =
                given.stream().flatMap(g -> cluster.instance(g).stream()).anyMatch(i -> repeats(i, status));
        if (repeats && setting.behaviour().repeatedDraining() == RepeatedDraining.REFUSED) {
            throw EcsErrors.invalid("A container instance must be ACTIVE to become DRAINING.");
        }
    }

    private Optional<Failure> failure(SimulatedCluster cluster, String given, Status status) {
        Optional<SimulatedInstance> found = cluster.instance(given);
        if (found.isEmpty()) {
            return Optional.of(Failures.missing(Arns.missing(given, id -> cluster.arnOf("container-instance", id))));
        }
        SimulatedInstance instance = found.get();
        if (!instance.registered()) {
            return Optional.of(Failures.of(instance.arn(), "INACTIVE"));
        }
        boolean fails = setting.behaviour().repeatedDraining() == RepeatedDraining.FAILURE;
        return repeats(instance, status) && fails
                ? Optional.of(Failures.of(instance.arn(), "DRAINING"))
                : Optional.empty();
    }

    private static boolean repeats(SimulatedInstance instance, Status status) {
        return status == Status.DRAINING && instance.status() == Status.DRAINING;
    }
}
