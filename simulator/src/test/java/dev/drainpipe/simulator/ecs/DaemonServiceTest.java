package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Task;

class DaemonServiceTest {
    private static final ServiceSpec AGENT =
            ServiceSpec.daemon("c", TaskSpec.of("agent").withSlots(0));

    @Test
    void runsOneTaskOnEachInstanceAlsoOnLaterOnes() {
        EcsWorld w = new EcsWorld().withInstances(1, "i-1", "i-2").withService(AGENT);
        w.passSeconds(30);

        w.withInstances(1, "i-3");
        w.passSeconds(30);

        assertThat(w.on("i-1")).hasSize(1);
        assertThat(w.on("i-2")).hasSize(1);
        assertThat(w.on("i-3")).hasSize(1);
        assertThat(w.ecs.service("c", "agent").desiredCount()).isEqualTo(3);
    }

    @Test
    void isTheLastToStopOnADrainingInstance() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1", "i-2").withService(AGENT);
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));
        w.passSeconds(120);

        w.drain("i-1");
        w.passSeconds(120);

        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
        assertThat(w.on("i-1"))
                .extracting(Task::startedBy)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(stoppingOf(w, "service:agent")).isAfterOrEqualTo(stoppedOf(w, "service:web"));
    }

    @Test
    void waitsForStandaloneTasks() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1").withService(AGENT);
        w.passSeconds(30);
        w.ecs.startTask(TaskSpec.of("job"), "i-1");

        w.drain("i-1");
        w.pass(Duration.ofHours(1));

        assertThat(w.wantedOn("i-1")).extracting(Task::group).containsExactlyInAnyOrder("service:agent", "family:job");
    }

    @Test
    void doesNotWaitForStandaloneTasksWhereAwsDoesNot() {
        EcsWorld w = new EcsWorld(EcsBehaviour.defaults().withDaemonsLeavingBeforeStandaloneTasks());
        w.withInstances(8, "i-1").withService(AGENT);
        w.passSeconds(30);
        w.ecs.startTask(TaskSpec.of("job"), "i-1");

        w.drain("i-1");
        w.passSeconds(30);

        assertThat(w.wantedOn("i-1")).extracting(Task::group).containsExactly("family:job");
    }

    @Test
    void startsAnotherOnlyOnceTheOldOneHasEnded() {
        ServiceSpec deaf = ServiceSpec.daemon("c", TaskSpec.of("agent").ignoringSigterm());
        EcsWorld w = new EcsWorld().withInstances(8, "i-1").withService(deaf);
        w.passSeconds(30);

        new TaskCalls(w).stop(w.on("i-1").get(0).taskArn());
        w.passSeconds(25);
        assertThat(w.on("i-1")).hasSize(1);

        w.passSeconds(20);
        assertThat(w.wantedOn("i-1")).hasSize(1);
    }

    private static Instant stoppingOf(EcsWorld w, String group) {
        return onFirst(w, group).stoppingAt();
    }

    private static Instant stoppedOf(EcsWorld w, String group) {
        return onFirst(w, group).stoppedAt();
    }

    private static Task onFirst(EcsWorld w, String group) {
        return w.on("i-1").stream()
                .filter(t -> t.group().equals(group))
                .findFirst()
                .orElseThrow();
    }
}
