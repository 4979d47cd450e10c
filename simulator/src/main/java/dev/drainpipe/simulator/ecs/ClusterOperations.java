package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterResponse;
import software.amazon.awssdk.services.ecs.model.DeleteClusterRequest;
import software.amazon.awssdk.services.ecs.model.DeleteClusterResponse;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;

/**
 * CreateCluster, DeleteCluster, ListClusters, DescribeClusters.
 *
 * <p>Facts from the Amazon ECS API reference, one page for each.
 */
final class ClusterOperations {
    private final Clusters clusters;
    private final ContainerInstances instances;

    ClusterOperations(Clusters clusters, ContainerInstances instances) {
        this.clusters = clusters;
        this.instances = instances;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateClusterRequest.class, this::create)
                .on(DeleteClusterRequest.class, this::delete)
                .on(ListClustersRequest.class, this::list)
                .on(DescribeClustersRequest.class, this::describe);
    }

    /** Creates the cluster if there is none of this name, and lets waiting agents register with it. */
    SimulatedCluster create(String name) {
        boolean isNew = clusters.find(name).filter(SimulatedCluster::active).isEmpty();
        SimulatedCluster cluster = clusters.create(name);
        if (isNew) {
            instances.awaited(cluster);
        }
        return cluster;
    }

    private CreateClusterResponse create(CreateClusterRequest request) {
        Checks.simulated(request, Set.of("clusterName"));
        SimulatedCluster cluster =
                create(Optional.ofNullable(request.clusterName()).orElse(Clusters.DEFAULT));
        return CreateClusterResponse.builder().cluster(ClusterView.of(cluster)).build();
    }

    private DeleteClusterResponse delete(DeleteClusterRequest request) {
        SimulatedCluster cluster = clusters.require(Checks.given("cluster", request.cluster()));
        if (!cluster.registered().isEmpty()) {
            throw EcsErrors.clusterContains("Container Instances");
        }
        if (cluster.services().stream().anyMatch(s -> s.status() != SimulatedService.Status.INACTIVE)) {
            throw EcsErrors.clusterContains("Services");
        }
        if (cluster.tasks().stream().anyMatch(t -> !t.stopped())) {
            throw EcsErrors.clusterContains("Tasks");
        }
        cluster.delete();
        return DeleteClusterResponse.builder().cluster(ClusterView.of(cluster)).build();
    }

    private ListClustersResponse list(ListClustersRequest request) {
        List<String> arns = clusters.all().stream()
                .filter(SimulatedCluster::active)
                .map(SimulatedCluster::arn)
                .toList();
        ArnPage page = ArnPage.of(arns, new ArnPage.Request(request.nextToken(), request.maxResults()), ArnPage.MOST);
        return ListClustersResponse.builder()
                .clusterArns(page.arns())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private DescribeClustersResponse describe(DescribeClustersRequest request) {
        List<String> names = request.clusters().isEmpty() ? List.of(Clusters.DEFAULT) : request.clusters();
        Checks.size("clusters", names, ArnPage.MOST);
        Lookup<Cluster> lookup = Lookup.of(names, name -> clusters.find(name).map(ClusterView::of), clusters::arn);
        return DescribeClustersResponse.builder()
                .clusters(lookup.found())
                .failures(lookup.failures())
                .build();
    }
}
