package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunTest extends TickFixture {
    private static final Instant LONG_AGO = START.minus(Duration.ofHours(1));

    @Test
    void everyCallThatWouldChangeSomethingIsSaidAndNoneIsMade() {
        policy = new Policy(
                Duration.ZERO,
                Duration.ofHours(3),
                OnDeadline.CONTINUE,
                StandaloneTasks.stopAfter(Duration.ofMinutes(1)),
                true);
        aws.drained("i-1");
        busy("i-2");
        aws.phase("i-3", Phase.IN_SERVICE);
        aws.hooks.add(OUR_HOOK);
        ask("i-1");
        queue.put("m2", body("i-2", LoadBalancers.NONE, LONG_AGO), START, 900);
        ask("i-3", "asg", since(Reason.REBALANCE, START));
        queue.put("bad", "not JSON", START, 1);

        assertThat(tick())
                .containsEntry("let_go", 0)
                .containsEntry("waiting", 2)
                .containsEntry("tasks_stopped", 0);

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).isEmpty();
        assertThat(queue.sent).isEmpty();
        assertThat(deadLetters.sent).isEmpty();
        assertThat(lines.stream().filter(line -> line.contains("Dry run: would call")))
                .containsExactlyInAnyOrder(
                        "INFO Dry run: would call sqs:SendMessage to the dead-letter queue for bad",
                        "INFO Dry run: would call sqs:DeleteMessage for bad",
                        "INFO Dry run: would call autoscaling:TerminateInstanceInAutoScalingGroup for i-3",
                        "INFO Dry run: would call autoscaling:CompleteLifecycleAction with CONTINUE for i-1 of asg"
                                + " (hook drain)",
                        "INFO Dry run: would call ecs:StopTask for a of c",
                        "INFO Dry run: would call autoscaling:RecordLifecycleActionHeartbeat for i-2 of asg (hook"
                                + " drain)",
                        "INFO Dry run: would call sqs:DeleteMessage for rebalance-i-3",
                        "INFO Dry run: would call sqs:DeleteMessage for m-i-1",
                        "INFO Dry run: would call sqs:SendMessage to the termination queue for i-2",
                        "INFO Dry run: would call sqs:DeleteMessage for m2");
        assertThat(lines).anyMatch(line -> line.contains("TERMINATE, nothing blocks it; dry run"));
    }

    @Test
    void theSameIsSaidAtEveryTickSinceNothingIsRemembered() {
        policy = Policies.dry(Policies.ONE_LOOK);
        aws.drained("i-1");
        ask("i-1");
        tick();
        ask("i-1");
        tick();

        assertThat(lines)
                .filteredOn(line -> line.contains("CompleteLifecycleAction"))
                .hasSize(2);
    }

    private void busy(String id) {
        aws.drained(id);
        aws.set(id, Status.DRAINING, 1);
        aws.tasks.put("arn-" + id, List.of(new Task("a", "family:report", "RUNNING", false)));
    }
}
