package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTasksTest extends TickFixture {
    private static final Task STANDALONE = new Task("a", "family:report", "RUNNING", false);
    private static final Task OF_SERVICE = new Task("s", "service:web", "RUNNING", false);
    private static final Instant UNTIL = START.plus(Duration.ofHours(2));
    private static final StandaloneTasks STOP = StandaloneTasks.stopAfter(Duration.ofMinutes(10));

    @Test
    void tasksThatEcsDoesNotMoveAreNamedAndCounted() {
        holds(STANDALONE, OF_SERVICE);
        aws.protections.put("s", Protection.until(UNTIL));
        ask("i-1");
        policy = Policies.ONE_LOOK;

        assertThat(tick()).containsEntry("standalone_tasks", 1).containsEntry("protected_tasks", 1);

        assertThat(lines)
                .contains("INFO Tasks of i-1 of asg (hook drain) that ECS does not move by itself: family:report a"
                        + " RUNNING, service:web s RUNNING (protected until 2026-01-01T14:00:00Z)");
        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void tasksAreNamedAtFirstAndThenEveryFiveMinutesButCountedAlways() {
        holds(STANDALONE);
        policy = Policies.ONE_LOOK;
        for (int seconds : List.of(0, 60, 299, 300)) {
            now = START.plusSeconds(seconds);
            ask("i-1");
            assertThat(tick()).containsEntry("standalone_tasks", 1);
        }

        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.contains("does not move by itself"))
                .hasSize(2);
    }

    @Test
    void aProtectionThatCannotBeReadIsNotKnownAndNeverACompletion() {
        holds(OF_SERVICE);
        aws.failures.put("protections", new TryLater("reading the protection: ThrottlingException"));
        ask("i-1");
        policy = Policies.tasks(StandaloneTasks.IGNORE);

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(lines).anyMatch(line -> line.endsWith("protection not known of 1 service tasks"));
    }

    @Test
    void ignoredTasksDoNotHoldTheInstance() {
        holds(STANDALONE, OF_SERVICE);
        aws.protections.put("s", Protection.until(UNTIL));
        ask("i-1");
        policy = Policies.tasks(StandaloneTasks.IGNORE);

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void whatEcsMovesHoldsTheInstanceThoughTheOthersAreIgnored() {
        holds(STANDALONE, OF_SERVICE);
        ask("i-1");
        policy = Policies.tasks(StandaloneTasks.IGNORE);

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(decisions().get(0)).contains("TASKS_LEFT (service:web s RUNNING)");
    }

    @Test
    void tasksAreStoppedOncePerLookWhenTheirTimeIsOverAndThenWaitedFor() {
        holds(STANDALONE, OF_SERVICE);
        aws.protections.put("s", Protection.until(UNTIL));
        ask("i-1", START.minus(Duration.ofMinutes(10)));
        policy = new Policy(Duration.ofSeconds(15), Duration.ofDays(2), OnDeadline.CONTINUE, STOP, false);
        pauses.add(() -> holds(new Task("a", "family:report", "STOPPING", true)));
        pauses.add(() -> aws.tasks.remove("arn-i-1"));

        assertThat(tick()).containsEntry("tasks_stopped", 2).containsEntry("let_go", 1);

        assertThat(aws.writes()).containsExactly("stop c a", "stop c s", "complete i-1 CONTINUE");
        assertThat(lines)
                .contains("INFO Stopped family:report a RUNNING of i-1 of asg (hook drain), 600 s after the drain was"
                        + " asked for");
    }

    @Test
    void beforeTheirTimeNothingIsStopped() {
        holds(STANDALONE);
        ask("i-1", START.minus(Duration.ofMinutes(10)).plusMillis(1));
        policy = Policies.tasks(STOP);

        tick();

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void aTaskThatCannotBeStoppedHoldsTheInstance() {
        holds(STANDALONE);
        aws.failures.put("stop", new TryLater("stopping: ThrottlingException"));
        ask("i-1", START.minus(Duration.ofMinutes(10)));
        policy = Policies.tasks(STOP);

        assertThat(tick()).containsEntry("tasks_stopped", 0).containsEntry("waiting", 1);
    }

    @Test
    void daemonTasksAreNeitherStoppedNorWaitedFor() {
        aws.daemons.add("service:agent");
        holds(new Task("d", "service:agent", "RUNNING", false));
        ask("i-1", START.minus(Duration.ofMinutes(10)));
        policy = Policies.tasks(STOP);

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("protections"));
    }

    /** A list that was empty by mistake would otherwise let a busy instance go. */
    @Test
    void aListWithFewerTasksThanTheCountersProveIsNotBelieved() {
        holds(STANDALONE);
        aws.tasks.clear();
        ask("i-1");

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(decisions()).singleElement().asString().contains("TASKS_LEFT (1 by ECS's counters)");
    }

    @Test
    void aStoppingTaskIsNotTheOneThatTheCountersProve() {
        holds(new Task("a", "family:report", "STOPPING", true));
        aws.set("i-1", Status.DRAINING, 1);
        ask("i-1");
        policy = Policies.tasks(StandaloneTasks.IGNORE);

        tick();

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void anInstanceWhoseTasksCannotBeNamedIsStillOverdueByItsCounters() {
        holds(STANDALONE);
        aws.failures.put("notStopped", new TryLater("listing: ThrottlingException"));
        ask("i-1", START.minus(Duration.ofHours(1)));
        policy = Policies.timeout(Duration.ofHours(1), OnDeadline.CONTINUE);

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    private void ask(String id, Instant firstSeen) {
        queue.put("m-" + id, body(id, LoadBalancers.NONE, firstSeen), START, 1);
    }

    private void holds(Task... tasks) {
        aws.drained("i-1");
        int counted = Math.toIntExact(
                List.of(tasks).stream().filter(task -> !task.stopping()).count());
        aws.set("i-1", Status.DRAINING, counted);
        aws.tasks.put("arn-i-1", List.of(tasks));
    }
}
