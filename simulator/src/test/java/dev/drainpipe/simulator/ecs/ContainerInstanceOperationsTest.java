package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceField;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.InstanceHealthCheckState;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.Resource;

class ContainerInstanceOperationsTest {
    private final EcsWorld w = new EcsWorld();

    @Test
    void listsByFilter() {
        w.withInstances(4, "i-1", "i-2", "i-3");

        assertThat(list(l -> l.filter("ec2InstanceId in ['i-1', 'i-3']")).containerInstanceArns())
                .containsExactlyInAnyOrder(arn("i-1"), arn("i-3"));
    }

    @Test
    void listsByEverythingThatCanBeAskedFor() {
        w.withInstances(4, "i-1", "i-2");
        w.ecs.startTask(TaskSpec.of("job"), "i-1");
        w.passSeconds(30);
        w.ecs.setAgentConnected("i-2", false);

        for (String onlyFirst : List.of(
                "agentConnected == true",
                "runningTasksCount == 1",
                "task:group == family:job",
                "agentVersion >= 1.0 and registeredAt > 2020-01-01 and not (agentConnected == false)",
                "attribute:ecs.os-type == linux and task:group exists and attribute:none !exists")) {
            assertThat(list(l -> l.filter(onlyFirst)).containerInstanceArns())
                    .as(onlyFirst)
                    .containsExactly(arn("i-1"));
        }
    }

    @Test
    void aBadFilterIsNamed() {
        assertThat(w.refusal(ListContainerInstancesRequest.builder()
                        .cluster("c")
                        .filter("instance == i-1")
                        .build()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("InvalidParameterException"))
                .satisfies(e -> assertThat(e.text()).contains("'instance == i-1'"));
    }

    @Test
    void listsEveryStatusButInactiveUnlessOneIsAskedFor() {
        w.withInstances(4, "i-1", "i-2", "i-3");
        w.drain("i-2");
        w.world.ec2().terminate("i-3");
        w.pass(EcsWorld.TIMINGS.deregistration());

        assertThat(list(l -> {}).containerInstanceArns()).containsExactlyInAnyOrder(arn("i-1"), arn("i-2"));
        assertThat(list(l -> l.status("ACTIVE")).containerInstanceArns()).containsExactly(arn("i-1"));
        assertThat(list(l -> l.status("DRAINING")).containerInstanceArns()).containsExactly(arn("i-2"));
    }

    @Test
    void inactiveCannotBeAskedFor() {
        assertThat(w.refusal(ListContainerInstancesRequest.builder()
                                .cluster("c")
                                .status("INACTIVE")
                                .build())
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void listsAHundredAtOnceAndTheRestByToken() {
        w.withInstances(1, IntStream.range(0, 250).mapToObj(i -> "i-" + i).toArray(String[]::new));

        List<String> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListContainerInstancesResponse page = list(l -> l.nextToken(next));
            sizes.add(page.containerInstanceArns().size());
            all.addAll(page.containerInstanceArns());
            token = page.nextToken();
        } while (token != null);

        assertThat(sizes).containsExactly(100, 100, 50);
        assertThat(all).doesNotHaveDuplicates().hasSize(250);
    }

    @Test
    void refusesPagesOfAnotherSize() {
        for (int size : new int[] {0, 101}) {
            assertThat(w.refusal(ListContainerInstancesRequest.builder()
                                    .cluster("c")
                                    .maxResults(size)
                                    .build())
                            .code())
                    .isEqualTo("InvalidParameterException");
        }
    }

    @Test
    void describesByIdAndArnAndNamesWhatIsMissing() {
        w.withInstances(4, "i-1");
        String arn = arn("i-1");
        String id = arn.substring(arn.lastIndexOf('/') + 1);
        String shortArn = "arn:aws:ecs:eu-central-1:111122223333:container-instance/" + id;

        DescribeContainerInstancesResponse response = describe(id, arn, shortArn, "x", arn.replace("/c/", "/d/"));

        assertThat(response.containerInstances())
                .extracting(ContainerInstance::ec2InstanceId)
                .containsExactly("i-1", "i-1", "i-1");
        assertThat(response.failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(
                        tuple("arn:aws:ecs:eu-central-1:111122223333:container-instance/c/x", "MISSING"),
                        tuple(arn.replace("/c/", "/d/"), "MISSING"));
    }

    @Test
    void describesAtMostAHundredAndAtLeastOne() {
        w.withInstances(4, "i-1");
        String[] tooMany = IntStream.range(0, 101).mapToObj(i -> "x" + i).toArray(String[]::new);

        assertThat(w.refusal(describing(tooMany)).code()).isEqualTo("InvalidParameterException");
        assertThat(w.refusal(describing()).code()).isEqualTo("InvalidParameterException");
    }

    @Test
    void describesAnInactiveOneForAWhile() {
        w.withInstances(4, "i-1");
        String arn = arn("i-1");
        w.world.ec2().terminate("i-1");
        w.pass(EcsWorld.TIMINGS.deregistration());
        assertThat(describe(arn).containerInstances().get(0).status()).isEqualTo("INACTIVE");

        w.pass(EcsWorld.TIMINGS.inactiveKept());
        assertThat(describe(arn).failures()).hasSize(1);
    }

    @Test
    void aStoppingTaskIsInNoCounter() {
        w.withInstances(4, "i-1");
        w.ecs.startTask(TaskSpec.of("a").ignoringSigterm(), "i-1");
        String pending = w.ecs.startTask(TaskSpec.of("b"), "i-1");
        assertThat(w.instance("i-1").pendingTasksCount()).isEqualTo(2);

        w.passSeconds(30);
        assertThat(w.instance("i-1").runningTasksCount()).isEqualTo(2);

        w.tasks(t -> !t.taskArn().equals(pending)).forEach(t -> new TaskCalls(w).stop(t.taskArn()));
        w.passSeconds(10);
        assertThat(w.instance("i-1").runningTasksCount()).isEqualTo(1);
        assertThat(w.instance("i-1").pendingTasksCount()).isZero();
        assertThat(w.ecs.tasksNotStopped("i-1")).isEqualTo(2);
    }

    @Test
    void remainingResourcesShrinkWithTasks() {
        w.withInstances(4, "i-1");
        int before = cpu(w.instance("i-1").remainingResources());

        w.ecs.startTask(TaskSpec.of("a").withSlots(3), "i-1");

        assertThat(cpu(w.instance("i-1").registeredResources())).isEqualTo(before);
        assertThat(cpu(w.instance("i-1").remainingResources())).isEqualTo(before / 4);
    }

    @Test
    void tellsItsHealthOnlyWhenAsked() {
        w.withInstances(4, "i-1");
        DescribeContainerInstancesRequest asked = describing(arn("i-1")).toBuilder()
                .include(ContainerInstanceField.CONTAINER_INSTANCE_HEALTH)
                .build();

        assertThat(w.instance("i-1").healthStatus()).isNull();
        assertThat(w.call(asked, DescribeContainerInstancesResponse.class)
                        .containerInstances()
                        .get(0)
                        .healthStatus()
                        .overallStatus())
                .isEqualTo(InstanceHealthCheckState.OK);
    }

    private ListContainerInstancesResponse list(Consumer<ListContainerInstancesRequest.Builder> more) {
        ListContainerInstancesRequest.Builder request =
                ListContainerInstancesRequest.builder().cluster("c");
        more.accept(request);
        return w.call(request.build(), ListContainerInstancesResponse.class);
    }

    private DescribeContainerInstancesResponse describe(String... given) {
        return w.call(describing(given), DescribeContainerInstancesResponse.class);
    }

    private static DescribeContainerInstancesRequest describing(String... given) {
        return DescribeContainerInstancesRequest.builder()
                .cluster("c")
                .containerInstances(given)
                .build();
    }

    private String arn(String ec2Id) {
        return w.instance(ec2Id).containerInstanceArn();
    }

    private static int cpu(List<Resource> resources) {
        return resources.stream()
                .filter(r -> r.name().equals("CPU"))
                .findFirst()
                .orElseThrow()
                .integerValue();
    }
}
