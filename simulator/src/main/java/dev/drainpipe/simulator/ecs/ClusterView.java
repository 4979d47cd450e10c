package dev.drainpipe.simulator.ecs;

import java.util.function.Predicate;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** A cluster as DescribeClusters shows it. */
final class ClusterView {
    private ClusterView() {}

    static Cluster of(SimulatedCluster cluster) {
        return Cluster.builder()
                .clusterArn(cluster.arn())
                .clusterName(cluster.name())
                .status(cluster.active() ? "ACTIVE" : "INACTIVE")
                .registeredContainerInstancesCount(cluster.registered().size())
                .runningTasksCount(count(cluster, SimulatedTask::runs))
                .pendingTasksCount(count(cluster, SimulatedTask::pends))
                .activeServicesCount((int) cluster.services().stream()
                        .filter(s -> s.status() == SimulatedService.Status.ACTIVE)
                        .count())
                .build();
    }

    private static int count(SimulatedCluster cluster, Predicate<SimulatedTask> which) {
        return (int) cluster.tasks().stream().filter(which).count();
    }
}
