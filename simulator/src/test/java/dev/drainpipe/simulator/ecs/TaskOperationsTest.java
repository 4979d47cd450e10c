package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

class TaskOperationsTest {
    private final EcsWorld w = new EcsWorld().withInstances(4, "i-1", "i-2");
    private final TaskCalls calls = new TaskCalls(w);

    @Test
    void listsOnlyTasksThatAreToRunUnlessAskedOtherwise() {
        String running = w.ecs.startTask(TaskSpec.of("a"), "i-1");
        String stopping = w.ecs.startTask(TaskSpec.of("a").ignoringSigterm(), "i-1");
        w.passSeconds(30);
        calls.stop(stopping);
        w.passSeconds(10);

        assertThat(calls.list(l -> {})).containsExactly(running);
        assertThat(calls.list(l -> l.desiredStatus("RUNNING"))).containsExactly(running);
        assertThat(calls.list(l -> l.desiredStatus("STOPPED"))).containsExactly(stopping);
        assertThat(w.task(stopping).lastStatus()).isEqualTo("STOPPING");
    }

    @Test
    void nothingIsEverToBePending() {
        String pending = w.ecs.startTask(TaskSpec.of("a"), "i-1");

        assertThat(calls.list(l -> l.desiredStatus("PENDING"))).isEmpty();
        assertThat(calls.list(l -> {})).containsExactly(pending);
    }

    @Test
    void listsByEveryFilter() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 1));
        w.passSeconds(30);
        String job = w.ecs.startTask(TaskSpec.of("job"), "i-2");
        Task web = w.tasks(t -> t.group().equals("service:web")).get(0);
        String second = w.instance("i-2").containerInstanceArn();

        assertThat(calls.list(l -> l.containerInstance(second))).containsExactly(job);
        assertThat(calls.list(l -> l.containerInstance(second.substring(second.lastIndexOf('/') + 1))))
                .containsExactly(job);
        assertThat(calls.list(l -> l.family("job"))).containsExactly(job);
        assertThat(calls.list(l -> l.serviceName("web"))).containsExactly(web.taskArn());
        assertThat(calls.list(l -> l.startedBy(web.startedBy()))).containsExactly(web.taskArn());
        assertThat(calls.list(l -> l.launchType("EC2"))).hasSize(2);
        assertThat(calls.list(l -> l.launchType("FARGATE"))).isEmpty();
        assertThat(calls.list(l -> l.family("web").containerInstance(second))).isEmpty();
    }

    @Test
    void refusesStartedByWithOthers() {
        ListTasksRequest request = ListTasksRequest.builder()
                .cluster("c")
                .startedBy("me")
                .family("web")
                .build();

        assertThat(w.refusal(request).code()).isEqualTo("InvalidParameterException");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        ListTasksRequest request = ListTasksRequest.builder().cluster("c").build();

        assertThat(code(request.toBuilder().containerInstance("x").build())).isEqualTo("InvalidParameterException");
        assertThat(code(request.toBuilder().serviceName("x").build())).isEqualTo("ServiceNotFoundException");
        assertThat(code(request.toBuilder().desiredStatus("GONE").build())).isEqualTo("InvalidParameterException");
        assertThat(code(request.toBuilder().nextToken("?").build())).isEqualTo("InvalidParameterException");
    }

    @Test
    void listsTwoHundredAndFiftyTasksOfOneInstanceInThreePages() {
        w.withInstances(250, "i-3");
        IntStream.range(0, 250).forEach(i -> w.ecs.startTask(TaskSpec.of("a"), "i-3"));
        String arn = w.instance("i-3").containerInstanceArn();

        List<String> all = new ArrayList<>();
        ListTasksResponse page = calls.page(l -> l.containerInstance(arn));
        all.addAll(page.taskArns());
        int pages = 1;
        while (page.nextToken() != null) {
            String token = page.nextToken();
            page = calls.page(l -> l.containerInstance(arn).nextToken(token));
            all.addAll(page.taskArns());
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(all).doesNotHaveDuplicates().hasSize(250);
    }

    @Test
    void aPageLosesNothingWhenTasksOfEarlierPagesGo() {
        IntStream.range(0, 6).forEach(i -> w.ecs.startTask(TaskSpec.of("a"), "i-1"));
        ListTasksResponse first = calls.page(l -> l.maxResults(3));

        first.taskArns().forEach(calls::stop);
        ListTasksResponse second = calls.page(l -> l.maxResults(3).nextToken(first.nextToken()));

        assertThat(second.taskArns()).hasSize(3).doesNotContainAnyElementsOf(first.taskArns());
    }

    @Test
    void describesByIdAndArnAndNamesWhatIsMissing() {
        String arn = w.ecs.startTask(TaskSpec.of("a"), "i-1");

        DescribeTasksResponse response = calls.describe(arn, arn.substring(arn.lastIndexOf('/') + 1), "x");

        assertThat(response.tasks()).extracting(Task::taskArn).containsExactly(arn, arn);
        assertThat(response.failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(tuple("arn:aws:ecs:eu-central-1:111122223333:task/c/x", "MISSING"));
    }

    @Test
    void tellsWhoseATaskIs() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 1));
        w.passSeconds(2);
        String job = w.ecs.startTask(TaskSpec.of("job"), "i-2");

        Task web = w.tasks(t -> t.group().equals("service:web")).get(0);
        assertThat(web.startedBy())
                .isEqualTo(w.ecs.service("c", "web").deployments().get(0).id());
        assertThat(w.task(job).group()).isEqualTo("family:job");
        assertThat(w.task(job).startedBy()).isNull();
    }

    @Test
    void runsTasksAsManyAsFitAndSaysWhyTheOthersDoNot() {
        w.ecs.runTask("c", TaskSpec.of("filler").withSlots(3), 2);
        w.ecs.runTask("c", TaskSpec.of("job"), 0);

        RunTaskResponse response = w.call(
                running("job").toBuilder()
                        .count(3)
                        .startedBy("me")
                        .group("mine")
                        .build(),
                RunTaskResponse.class);

        assertThat(response.tasks())
                .hasSize(2)
                .allMatch(t -> t.startedBy().equals("me") && t.group().equals("mine"));
        assertThat(response.failures()).extracting(Failure::reason).containsExactly("RESOURCE:CPU", "RESOURCE:CPU");
    }

    @Test
    void refusesToRunWhatItCannot() {
        w.ecs.createCluster("empty");
        w.ecs.runTask("c", TaskSpec.of("job"), 0);

        assertThat(w.refusal(running("job").toBuilder().cluster("empty").build())
                        .text())
                .isEqualTo("No Container Instances were found in your cluster.");
        assertThat(w.refusal(running("none")).text()).isEqualTo("TaskDefinition not found.");
        assertThat(code(running("job").toBuilder().count(11).build())).isEqualTo("InvalidParameterException");
        assertThat(code(running("job").toBuilder().launchType("FARGATE").build()))
                .isEqualTo("NotSimulated");
        assertThat(w.refusal(running("job").toBuilder().platformVersion("1").build())
                        .text())
                .contains("platformVersion");
    }

    @Test
    void refusesToStopAnUnknownTask() {
        AwsError refusal =
                w.refusal(StopTaskRequest.builder().cluster("c").task("x").build());

        assertThat(refusal.code()).isEqualTo("InvalidParameterException");
        assertThat(refusal.text()).isEqualTo("The referenced task was not found.");
    }

    @Test
    void stoppingAgainChangesNothing() {
        String arn = w.ecs.startTask(TaskSpec.of("a"), "i-1");
        w.passSeconds(30);
        Task first = calls.stop(arn);
        w.passSeconds(1);

        Task second = calls.stop(arn);

        assertThat(second.stoppingAt()).isEqualTo(first.stoppingAt());
        w.passSeconds(5);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPED");
    }

    @Test
    void aDisconnectedAgentIsSeenInItsTasks() {
        String arn = w.ecs.startTask(TaskSpec.of("a").withHealthCheck(Duration.ofSeconds(5)), "i-1");
        w.passSeconds(30);
        assertThat(w.task(arn).connectivityAsString()).isEqualTo("CONNECTED");
        assertThat(w.task(arn).healthStatusAsString()).isEqualTo("HEALTHY");

        w.ecs.setAgentConnected("i-1", false);
        assertThat(w.task(arn).connectivityAsString()).isEqualTo("DISCONNECTED");
    }

    private String code(SdkPojo request) {
        return w.refusal(request).code();
    }

    private static RunTaskRequest running(String family) {
        return RunTaskRequest.builder().cluster("c").taskDefinition(family).build();
    }
}
