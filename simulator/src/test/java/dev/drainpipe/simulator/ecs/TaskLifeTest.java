package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

class TaskLifeTest {
    private final EcsWorld w = new EcsWorld().withInstances(4, "i-1");

    @Test
    void passesThroughAllStatusesInOrder() {
        String arn = w.ecs.startTask(TaskSpec.of("job"), "i-1");
        w.passSeconds(30);
        stop(arn);
        w.passSeconds(30);

        assertThat(statuses(arn))
                .containsExactly(
                        "PROVISIONING",
                        "PENDING",
                        "ACTIVATING",
                        "RUNNING",
                        "DEACTIVATING",
                        "STOPPING",
                        "DEPROVISIONING",
                        "STOPPED");
    }

    @Test
    void tellsTheTimesOfItsLife() {
        String arn = w.ecs.startTask(TaskSpec.of("job").withStartup(Duration.ofSeconds(7)), "i-1");
        w.passSeconds(30);
        stop(arn);
        w.passSeconds(30);

        Task task = w.task(arn);
        assertThat(List.of(
                        task.createdAt(),
                        task.connectivityAt(),
                        task.pullStartedAt(),
                        task.pullStoppedAt(),
                        task.startedAt(),
                        task.stoppingAt(),
                        task.executionStoppedAt(),
                        task.stoppedAt()))
                .isSorted();
        assertThat(Duration.between(task.pullStartedAt(), task.pullStoppedAt())).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void isWantedStoppedAtOnceThoughItStillRuns() {
        String arn = running(TaskSpec.of("job"));

        Task answer = stop(arn);

        assertThat(answer.desiredStatus()).isEqualTo("STOPPED");
        assertThat(answer.lastStatus()).isEqualTo("RUNNING");
        assertThat(answer.stopCode()).isEqualTo(TaskStopCode.USER_INITIATED);
        assertThat(answer.stoppedReason()).isEqualTo("enough");
    }

    @Test
    void aTaskThatDoesNotRunYetEndsWithoutRunning() {
        String arn = w.ecs.startTask(TaskSpec.of("job").withStartup(Duration.ofMinutes(5)), "i-1");
        w.passSeconds(10);

        stop(arn);
        w.pass(Duration.ofMinutes(10));

        assertThat(statuses(arn)).containsExactly("PROVISIONING", "PENDING", "DEPROVISIONING", "STOPPED");
        assertThat(w.task(arn).executionStoppedAt()).isNull();
    }

    @Test
    void endsByItselfWhenItsLifetimeIsOver() {
        String arn = running(TaskSpec.of("job").withLifetime(Duration.ofMinutes(1)));

        w.passSeconds(61);

        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPED");
        assertThat(w.task(arn).stopCode()).isEqualTo(TaskStopCode.ESSENTIAL_CONTAINER_EXITED);
        assertThat(statuses(arn)).doesNotContain("DEACTIVATING", "STOPPING");
    }

    @Test
    void doesNotEndByItselfWithoutALifetime() {
        String arn = running(TaskSpec.of("job"));

        w.pass(Duration.ofDays(7));

        assertThat(w.task(arn).lastStatus()).isEqualTo("RUNNING");
    }

    @Test
    void endsAtOnceWithItsInstance() {
        List<String> lost = new ArrayList<>();
        w.ecs.busy(new Endless(lost));
        String arn = running(TaskSpec.of("web").withStaticPort(80));

        w.world.ec2().terminate("i-1");

        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPED");
        assertThat(w.task(arn).stoppedReason()).isEqualTo("Host EC2 (instance i-1) terminated.");
        assertThat(w.task(arn).stoppedAt()).isEqualTo(w.world.now());
        assertThat(lost).containsExactly("i-1:80");
    }

    @Test
    void staysDescribableForAnHourAfterItsEnd() {
        String arn = running(TaskSpec.of("job"));
        w.world.ec2().terminate("i-1");

        w.pass(Duration.ofHours(1).minusSeconds(1));
        assertThat(w.tasks(t -> t.taskArn().equals(arn))).hasSize(1);

        w.passSeconds(1);
        assertThat(w.tasks(t -> t.taskArn().equals(arn))).isEmpty();
    }

    @Test
    void listensWhileItRunsAndWhileItLeavesTheLoadBalancersButNotBeforeOrAfter() {
        String arn = w.ecs.startTask(TaskSpec.of("web").withStaticPort(80), "i-1");
        List<String> listening = new ArrayList<>();
        w.world.listen(event -> {
            if (event instanceof WorldEvent.TaskStatus status && w.ecs.listens("i-1", 80)) {
                listening.add(status.lastStatus());
            }
        });
        w.passSeconds(30);
        stop(arn);
        w.passSeconds(30);

        assertThat(listening).containsExactly("RUNNING", "DEACTIVATING");
    }

    @Test
    void listensOnlyOnItsOwnPort() {
        running(TaskSpec.of("web").withStaticPort(80));

        assertThat(w.ecs.listens("i-1", 80)).isTrue();
        assertThat(w.ecs.listens("i-1", 81)).isFalse();
        assertThat(w.ecs.listens("i-2", 80)).isFalse();
    }

    @Test
    void listensOnlyOnceItsProgramAnswers() {
        running(TaskSpec.of("web").withStaticPort(80).withAnswersAfter(Duration.ofMinutes(1)));

        assertThat(w.ecs.listens("i-1", 80)).isFalse();
        w.passSeconds(60);
        assertThat(w.ecs.listens("i-1", 80)).isTrue();
    }

    @Test
    void eachChangeRaisesItsVersion() {
        String arn = running(TaskSpec.of("job"));
        long before = w.task(arn).version();

        stop(arn);

        assertThat(w.task(arn).version()).isGreaterThan(before);
    }

    private String running(TaskSpec spec) {
        String arn = w.ecs.startTask(spec, "i-1");
        w.passSeconds(7);
        assertThat(w.task(arn).lastStatus()).isEqualTo("RUNNING");
        return arn;
    }

    private Task stop(String arn) {
        StopTaskRequest request = StopTaskRequest.builder()
                .cluster(EcsWorld.CLUSTER)
                .task(arn)
                .reason("enough")
                .build();
        return w.call(request, StopTaskResponse.class).task();
    }

    private List<String> statuses(String arn) {
        return w.events(WorldEvent.TaskStatus.class).stream()
                .filter(e -> e.taskArn().equals(arn))
                .map(WorldEvent.TaskStatus::lastStatus)
                .toList();
    }
}
