package dev.drainpipe.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.Account;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.GetTaskProtectionRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** What each operation of ECS needs, by its page of the Service Authorization Reference. */
class EcsAccessesTest {
    private static final Account ACCOUNT = Account.example();
    private static final String CLUSTER = ACCOUNT.arn("ecs", "cluster/c");
    private static final String TASK = ACCOUNT.arn("ecs", "task/c/t1");

    static List<Arguments> ecs() {
        return List.of(
                Arguments.of(ListClustersRequest.builder().build(), List.of("*"), false),
                Arguments.of(ListServicesRequest.builder().cluster("c").build(), List.of("*"), true),
                Arguments.of(
                        ListContainerInstancesRequest.builder().cluster("c").build(), List.of(CLUSTER), false),
                Arguments.of(
                        ListContainerInstancesRequest.builder().cluster(CLUSTER).build(), List.of(CLUSTER), false),
                Arguments.of(
                        DescribeClustersRequest.builder().clusters("c", "d").build(),
                        List.of(CLUSTER, ACCOUNT.arn("ecs", "cluster/d")),
                        false),
                Arguments.of(
                        DescribeContainerInstancesRequest.builder()
                                .cluster("c")
                                .containerInstances("a", "b")
                                .build(),
                        List.of(instance("a"), instance("b")),
                        true),
                Arguments.of(
                        UpdateContainerInstancesStateRequest.builder()
                                .cluster(CLUSTER)
                                .containerInstances(instance("a"))
                                .build(),
                        List.of(instance("a")),
                        true),
                Arguments.of(ListTasksRequest.builder().cluster("c").build(), List.of(instance("*")), true),
                Arguments.of(
                        ListTasksRequest.builder()
                                .cluster("c")
                                .containerInstance("a")
                                .build(),
                        List.of(instance("a")),
                        true),
                Arguments.of(
                        DescribeTasksRequest.builder().cluster("c").tasks("t1").build(), List.of(TASK), true),
                Arguments.of(
                        GetTaskProtectionRequest.builder()
                                .cluster("c")
                                .tasks(TASK)
                                .build(),
                        List.of(TASK),
                        true),
                Arguments.of(StopTaskRequest.builder().cluster("c").task("t1").build(), List.of(TASK), true),
                Arguments.of(
                        DescribeServicesRequest.builder()
                                .cluster("c")
                                .services("s")
                                .build(),
                        List.of(ACCOUNT.arn("ecs", "service/c/s")),
                        true),
                Arguments.of(
                        UpdateServiceRequest.builder().cluster("c").service("s").build(),
                        List.of(ACCOUNT.arn("ecs", "service/c/s")),
                        true));
    }

    @ParameterizedTest
    @MethodSource("ecs")
    void ofEcs(SdkPojo request, List<String> resources, boolean withCluster) {
        Map<String, String> keys = withCluster ? Map.of("ecs:cluster", CLUSTER) : Map.of();

        assertThat(new EcsAccesses(ACCOUNT).of(operation(request), request))
                .hasValue(resources.stream()
                        .map(resource -> new Access("ecs:" + operation(request), resource, keys))
                        .toList());
    }

    @Test
    void withoutAClusterEcsMeansTheDefaultOne() {
        SdkPojo request = StopTaskRequest.builder().task("t1").build();

        assertThat(new EcsAccesses(ACCOUNT).of("StopTask", request))
                .hasValue(List.of(new Access(
                        "ecs:StopTask",
                        ACCOUNT.arn("ecs", "task/default/t1"),
                        Map.of("ecs:cluster", ACCOUNT.arn("ecs", "cluster/default")))));
    }

    @Test
    void anArnOfAnotherClusterIsCheckedAsItIsGiven() {
        String elsewhere = ACCOUNT.arn("ecs", "task/other/t1");
        SdkPojo request = StopTaskRequest.builder().cluster("c").task(elsewhere).build();

        assertThat(new EcsAccesses(ACCOUNT).of("StopTask", request).orElseThrow())
                .extracting(Access::resource)
                .containsExactly(elsewhere);
    }

    @Test
    void ofAnOperationThatIsNotInTheTableNothingIsKnown() {
        assertThat(new EcsAccesses(ACCOUNT)
                        .of("RunTask", RunTaskRequest.builder().build()))
                .isEmpty();
    }

    private static String instance(String id) {
        return ACCOUNT.arn("ecs", "container-instance/c/" + id);
    }

    private static String operation(SdkPojo request) {
        return request.getClass().getSimpleName().replaceFirst("Request$", "");
    }
}
