package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterResponse;
import software.amazon.awssdk.services.ecs.model.DeleteClusterRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;

class ClusterOperationsTest {
    private static final String ARN = "arn:aws:ecs:eu-central-1:111122223333:cluster/c";

    private final EcsWorld w = new EcsWorld();

    @Test
    void createsAClusterWithTheDefaultName() {
        CreateClusterResponse response = w.call(CreateClusterRequest.builder().build(), CreateClusterResponse.class);

        assertThat(response.cluster().clusterName()).isEqualTo("default");
        assertThat(response.cluster().status()).isEqualTo("ACTIVE");
    }

    @Test
    void creatingAgainChangesNothing() {
        w.withInstances(4, "i-1");

        w.call(CreateClusterRequest.builder().clusterName("c").build(), CreateClusterResponse.class);

        assertThat(describe("c").clusters().get(0).registeredContainerInstancesCount())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotSimulated() {
        assertThat(w.refusal(CreateClusterRequest.builder()
                                .clusterName("d")
                                .capacityProviders("FARGATE")
                                .build())
                        .text())
                .contains("capacityProviders");
    }

    @Test
    void describesByNameAndArnAndNamesWhatIsMissing() {
        DescribeClustersResponse response = describe("c", ARN, "x");

        assertThat(response.clusters()).extracting(Cluster::clusterArn).containsExactly(ARN, ARN);
        assertThat(response.failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(tuple("arn:aws:ecs:eu-central-1:111122223333:cluster/x", "MISSING"));
    }

    @Test
    void countsActiveAndDrainingInstancesButNotInactiveOnes() {
        w.withInstances(4, "i-1", "i-2", "i-3");
        w.drain("i-1");
        w.world.ec2().terminate("i-2");
        w.pass(EcsWorld.TIMINGS.deregistration());

        assertThat(describe("c").clusters().get(0).registeredContainerInstancesCount())
                .isEqualTo(2);
    }

    @Test
    void countsTasksByWhatTheyAreToDo() {
        w.withInstances(4, "i-1");
        w.ecs.runTask("c", TaskSpec.of("a"), 2);
        w.passSeconds(30);
        w.ecs.runTask("c", TaskSpec.of("b"), 1);

        Cluster cluster = describe("c").clusters().get(0);
        assertThat(cluster.runningTasksCount()).isEqualTo(2);
        assertThat(cluster.pendingTasksCount()).isEqualTo(1);
    }

    @Test
    void countsActiveServices() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 0));

        assertThat(describe("c").clusters().get(0).activeServicesCount()).isEqualTo(1);
    }

    @Test
    void listsClustersByPage() {
        w.ecs.createCluster("d");

        ListClustersResponse first =
                w.call(ListClustersRequest.builder().maxResults(1).build(), ListClustersResponse.class);
        ListClustersResponse second = w.call(
                ListClustersRequest.builder().nextToken(first.nextToken()).build(), ListClustersResponse.class);

        assertThat(first.clusterArns()).containsExactly(ARN);
        assertThat(second.clusterArns()).hasSize(1).doesNotContain(ARN);
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aClusterWithInstancesIsNotDeleted() {
        w.withInstances(4, "i-1");

        assertThat(w.refusal(delete()).code()).isEqualTo("ClusterContainsContainerInstancesException");
    }

    @Test
    void aClusterWithServicesIsNotDeleted() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 0));

        assertThat(w.refusal(delete()).code()).isEqualTo("ClusterContainsServicesException");
    }

    @Test
    void aDeletedClusterIsInactiveAndNotFoundByOthers() {
        w.call(delete(), Object.class);

        assertThat(describe("c").clusters().get(0).status()).isEqualTo("INACTIVE");
        assertThat(w.refusal(ListTasksRequest.builder().cluster("c").build()).code())
                .isEqualTo("ClusterNotFoundException");
    }

    @Test
    void anUnknownClusterIsNotFoundWithAwsCodeAndText() {
        for (String unknown : new String[] {"x", "arn:aws:ecs:eu-central-1:999999999999:cluster/c"}) {
            assertThat(w.refusal(ListTasksRequest.builder().cluster(unknown).build()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("ClusterNotFoundException"))
                    .satisfies(e -> assertThat(e.text()).isEqualTo("Cluster not found."))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(400));
        }
    }

    @Test
    void theDefaultClusterIsMeantWhenNoneIsNamed() {
        assertThat(w.refusal(ListTasksRequest.builder().build()).code()).isEqualTo("ClusterNotFoundException");

        w.ecs.createCluster("default");
        assertThat(w.call(ListTasksRequest.builder().build(), Object.class)).isNotNull();
    }

    private DescribeClustersResponse describe(String... names) {
        return w.call(DescribeClustersRequest.builder().clusters(names).build(), DescribeClustersResponse.class);
    }

    private static DeleteClusterRequest delete() {
        return DeleteClusterRequest.builder().cluster("c").build();
    }
}
