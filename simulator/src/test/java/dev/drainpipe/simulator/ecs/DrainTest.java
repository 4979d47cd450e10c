package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

class DrainTest {
    private static final TaskSpec WEB = TaskSpec.of("web");

    @Test
    void replacesTasksBeforeItStopsThemAtOneHundredPercent() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 8, "i-1", "i-2");

        w.drain("i-1");
        w.passSeconds(10);
        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.wantedOn("i-2")).hasSize(4);

        w.passSeconds(60);
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
        assertThat(w.wantedOn("i-2")).hasSize(4);
    }

    @Test
    void neverLowersTheHealthyCountBelowTheMinimumNorRaisesTheTotalOverTheMaximum() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 6).withPercents(100, 150), 9, "i-1", "i-2", "i-3");
        w.events.clear();

        w.drain("i-1", "i-2");
        for (int second = 0; second < 400; second++) {
            w.passSeconds(1);
            assertThat(w.tasks(t -> !t.lastStatus().equals("STOPPED")).size()).isLessThanOrEqualTo(9);
        }

        assertThat(w.ecs.tasksNotStopped("i-1") + w.ecs.tasksNotStopped("i-2")).isZero();
        assertThat(w.events(WorldEvent.ServiceCounts.class)).allMatch(counts -> counts.healthy() >= 6);
    }

    @Test
    void mayStopSomeFirstBelowOneHundredPercent() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4).withPercents(50, 200), 8, "i-1", "i-2");

        w.drain("i-1");
        w.passSeconds(1);

        assertThat(w.wantedOn("i-1")).isEmpty();
    }

    @Test
    void startsReplacementsOnlyAfterTheStopsAtMaximumOneHundred() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4).withPercents(50, 100), 8, "i-1", "i-2");

        w.drain("i-1");
        w.passSeconds(3);
        assertThat(w.wantedOn("i-1")).isEmpty();
        assertThat(w.wantedOn("i-2")).hasSize(2);
        assertThat(w.ecs.tasksNotStopped("i-1")).isEqualTo(2);

        w.passSeconds(10);
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
        assertThat(w.wantedOn("i-2")).hasSize(4);
    }

    @Test
    void mayStartThemWithTheStopsWhereEndingTasksDoNotCount() {
        EcsWorld w = new EcsWorld(EcsBehaviour.defaults().withEndingTasksNotCounted());
        w.withInstances(8, "i-1", "i-2")
                .withService(ServiceSpec.replica("c", WEB, 4).withPercents(50, 100));
        w.passSeconds(120);

        w.drain("i-1");
        w.passSeconds(3);

        assertThat(w.wantedOn("i-2")).hasSize(4);
        assertThat(w.ecs.tasksNotStopped("i-1")).isEqualTo(2);
    }

    @Test
    void neverEndsWhenMinimumAndMaximumAreOneHundred() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4).withPercents(100, 100), 8, "i-1", "i-2");

        w.drain("i-1");
        w.pass(Duration.ofHours(5));

        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.wantedOn("i-2")).hasSize(2);
    }

    @Test
    void neverEndsWithoutRoomElsewhereAndSaysSoOnce() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 2, "i-1", "i-2");

        w.drain("i-1");
        w.pass(Duration.ofHours(5));

        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.ecs.service("c", "web").events())
                .filteredOn(e -> e.message().contains("unable to place a task"))
                .singleElement()
                .satisfies(e -> assertThat(e.message()).contains("RESOURCE:CPU"));
    }

    @Test
    void neverEndsWhenReplacementsNeverBecomeHealthy() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 8, "i-1", "i-2");
        w.ecs.changeLaterTasks("c", "web", task -> task.withHealthCheck(TaskSpec.NEVER));

        w.drain("i-1");
        w.pass(Duration.ofHours(5));

        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.wantedOn("i-2")).hasSize(4);
    }

    @Test
    void endsWhenRoomComes() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 2, "i-1", "i-2");
        w.drain("i-1");
        w.pass(Duration.ofHours(1));

        w.withInstances(2, "i-3");
        w.passSeconds(90);

        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
    }

    @Test
    void stopsTasksThatOnlyStartAtOnce() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1", "i-2");
        w.withService(ServiceSpec.replica("c", WEB.withStartup(Duration.ofMinutes(10)), 2));
        w.passSeconds(5);

        w.drain("i-1");
        w.passSeconds(3);

        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
        assertThat(w.wantedOn("i-2")).hasSize(2);
    }

    @Test
    void leavesStandaloneTasksAlone() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        String running = w.ecs.startTask(TaskSpec.of("job"), "i-1");
        String pending = w.ecs.startTask(TaskSpec.of("job").withStartup(Duration.ofMinutes(10)), "i-1");
        w.passSeconds(30);

        w.drain("i-1");
        w.pass(Duration.ofHours(1));

        assertThat(w.task(running).lastStatus()).isEqualTo("RUNNING");
        assertThat(w.task(pending).lastStatus()).isEqualTo("RUNNING");
    }

    @Test
    void placesNothingOnADrainingInstance() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1", "i-2");
        w.drain("i-1");

        w.withService(ServiceSpec.replica("c", WEB, 4));
        w.passSeconds(60);

        assertThat(w.on("i-1")).isEmpty();
        assertThat(w.wantedOn("i-2")).hasSize(4);
    }

    @Test
    void canBeUndone() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4).withPercents(100, 100), 8, "i-1", "i-2");
        w.drain("i-1");
        w.passSeconds(60);

        w.set(ContainerInstanceStatus.ACTIVE, "i-1");
        w.passSeconds(60);

        assertThat(w.instance("i-1").status()).isEqualTo("ACTIVE");
        assertThat(w.wantedOn("i-1")).hasSize(2);
    }

    @Test
    void aLoweredCountTakesTasksOfTheDrainingInstanceFirst() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4).withPercents(100, 100), 8, "i-1", "i-2");
        w.drain("i-1");
        w.passSeconds(10);

        new ServiceCalls(w).desire("web", 3);
        w.passSeconds(10);

        assertThat(w.wantedOn("i-1")).hasSize(1);
        assertThat(w.wantedOn("i-2")).hasSize(2);
    }

    @Test
    void theSchedulerSaysThatItWasTheScheduler() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 2), 8, "i-1", "i-2");
        Task before = w.wantedOn("i-1").get(0);

        w.drain("i-1");
        w.passSeconds(70);

        Task after = w.task(before.taskArn());
        assertThat(after.lastStatus()).isEqualTo("STOPPED");
        assertThat(after.stopCode()).isEqualTo(TaskStopCode.SERVICE_SCHEDULER_INITIATED);
        assertThat(after.stoppedReason()).contains(after.startedBy());
    }

    @Test
    void aProtectedTaskStaysUntilItsProtectionEnds() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 2), 8, "i-1", "i-2");
        w.ecs.protect(w.wantedOn("i-1").get(0).taskArn(), w.world.now().plus(Duration.ofHours(1)));

        w.drain("i-1");
        w.pass(Duration.ofMinutes(59));
        assertThat(w.wantedOn("i-1")).hasSize(1);

        w.pass(Duration.ofMinutes(2));
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
    }

    @Test
    void aProtectedTaskGoesWhereProtectionDoesNotHoldBackADrain() {
        EcsWorld w = new EcsWorld(EcsBehaviour.defaults().withDrainingDespiteProtection());
        w.withInstances(8, "i-1", "i-2").withService(ServiceSpec.replica("c", WEB, 2));
        w.passSeconds(120);
        w.ecs.protect(w.wantedOn("i-1").get(0).taskArn(), w.world.now().plus(Duration.ofHours(1)));

        w.drain("i-1");
        w.passSeconds(70);

        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
    }

    @Test
    void aTerminatedInstancesTasksAreReplaced() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 8, "i-1", "i-2");

        w.world.ec2().terminate("i-1");
        w.passSeconds(10);

        assertThat(w.wantedOn("i-2")).hasSize(4);
        assertThat(Optional.of(w.ecs.service("c", "web").runningCount())).contains(4);
    }

    private static EcsWorld steady(ServiceSpec spec, int slots, String... instances) {
        EcsWorld w = new EcsWorld().withInstances(slots, instances).withService(spec);
        w.passSeconds(120);
        return w;
    }
}
