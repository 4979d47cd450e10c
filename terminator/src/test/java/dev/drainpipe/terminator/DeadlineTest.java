package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineTest extends TickFixture {
    @BeforeEach
    void anInstanceThatDoesNotDrainWithinItsHour() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 1);
        aws.tasks.put("arn-i-1", List.of(new Task("t", "service:web", "RUNNING", false)));
        policy = Policies.timeout(Duration.ofHours(1), OnDeadline.CONTINUE);
    }

    @Test
    void peopleAreWarnedInTheLastQuarterWithAllTasksNamed() {
        at(START.plus(Duration.ofMinutes(45)).minusMillis(1));
        assertThat(tick()).containsEntry("near_deadline", 0);
        assertThat(lines).noneMatch(line -> line.startsWith("WARN"));

        at(START.plus(Duration.ofMinutes(46)));
        assertThat(tick()).containsEntry("near_deadline", 1).containsEntry("overdue", 0);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("WARN"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("TASKS_LEFT (service:web t RUNNING)", "840 s before its deadline"));
    }

    @Test
    void theWarningComesOncePerTick() {
        policy = new Policy(
                Duration.ofSeconds(15), Duration.ofHours(1), OnDeadline.CONTINUE, StandaloneTasks.WAIT, false);
        at(START.plus(Duration.ofMinutes(50)));
        assertThat(tick()).containsEntry("near_deadline", 1);
        at(START.plus(Duration.ofMinutes(51)));
        tick();

        assertThat(lines).filteredOn(line -> line.startsWith("WARN")).hasSize(2);
        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(2);
    }

    @Test
    void atTheDeadlineTheInstanceGoesWithAWarning() {
        at(START.plus(Duration.ofHours(1)));

        assertThat(tick()).containsEntry("overdue", 1).containsEntry("let_go", 1);

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(decisions().get(0)).startsWith("WARN").contains("OVERDUE, TASKS_LEFT", "let go", "0 s after its");
    }

    @Test
    void whatTheDeadlineMayNotWaiveIsWarnedOfAndLeftToAutoScaling() {
        aws.set("i-1", Status.ACTIVE, 1);
        at(START.plus(Duration.ofHours(1)));

        assertThat(tick()).containsEntry("overdue", 1).containsEntry("let_go", 0);

        assertThat(aws.writes()).isEmpty();
        assertThat(lines.get(0)).startsWith("WARN").contains("ASK_AGAIN, NOT_DRAINING");
    }

    private void at(Instant time) {
        now = time;
        queue.put("m-" + time, body("i-1", LoadBalancers.NONE, START), START, 1);
    }
}
