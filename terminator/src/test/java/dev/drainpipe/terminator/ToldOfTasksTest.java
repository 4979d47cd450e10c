package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.message.TaskNews;
import dev.drainpipe.message.TerminationMessage;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The terminator as the template runs it: its queue brings the drains, and ECS says which tasks have stopped. */
class ToldOfTasksTest extends TickFixture {
    private static final Task STOPPING = new Task("t-2", "service:web", "STOPPING", true);

    @BeforeEach
    void twoTasksAreLeft() {
        policy = Policies.told();
        aws.drained("i-1");
        aws.tasks.put("arn-i-1", List.of(STOPPING));
    }

    @Test
    void whileTasksAreLeftNobodyIsAskedForThem() {
        bring("i-1", 2, 1);

        brought();

        assertThat(aws.calls).containsExactly("hook asg drain");
        assertThat(comeAgain).containsExactly("m-i-1");
        assertThat(pauses).isEmpty();
        assertThat(now).isEqualTo(START);
    }

    @Test
    void newsOfSomeTasksIsNoReasonToLook() {
        bring("i-1", 2, 1);
        brought();

        brought(stopped("t-1"));

        assertThat(aws.calls).containsExactly("hook asg drain", "hook asg drain");
    }

    @Test
    void whenTheLastHasStoppedItIsLookedAtAndLetGoThoughItsMessageIsElsewhere() {
        bring("i-1", 2, 1);
        brought(stopped("t-1"));
        aws.tasks.clear();
        aws.calls.clear();

        brought(stopped("t-2"));

        assertThat(aws.calls)
                .containsExactly(
                        "hook asg drain",
                        "byArn c [arn-i-1]",
                        "settled c {arn-i-1=[t-1, t-2]}",
                        "complete i-1 CONTINUE");
    }

    @Test
    void itsMessageIsDoneWithWhenItComesAgain() {
        whenTheLastHasStoppedItIsLookedAtAndLetGoThoughItsMessageIsElsewhere();
        bring("i-1", 2, 2);
        aws.calls.clear();

        brought();

        assertThat(comeAgain).isEmpty();
        assertThat(aws.writes()).isEmpty();
    }

    /** News is a hint. The outage: a second event of the same task, and the instance went with the other one. */
    @Test
    void newsAloneLetsNobodyGo() {
        bring("i-1", 2, 1);
        aws.set("i-1", Status.DRAINING, 1);

        brought(stopped("t-1"), stopped("t-2"));

        assertThat(aws.writes()).isEmpty();
        assertThat(comeAgain).containsExactly("m-i-1");
    }

    @Test
    void aTaskThatNobodySpokeOfHoldsTheInstance() {
        bring("i-1", 1, 1);

        brought(stopped("t-1"));

        assertThat(aws.writes()).isEmpty();
        assertThat(decisions()).last().asString().contains("TASKS_LEFT (service:web t-2 STOPPING)");

        aws.tasks.clear();
        now = now.plusSeconds(20);
        brought(stopped("t-2"));

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void anIdleInstanceIsLookedAtAtOnce() {
        aws.tasks.clear();
        bring("i-1", 0, 1);

        brought();

        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(2);
        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(comeAgain).isEmpty();
    }

    /** The outage: the process that had heard of all tasks died, and nobody looked for ten minutes. */
    @Test
    void aMessageThatAnotherProcessHadIsLookedAtAtOnce() {
        aws.tasks.clear();
        bring("i-1", 2, 2);

        brought();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void withoutAnyNewsItIsLookedAtInTheEnd() {
        aws.tasks.clear();
        bring("i-1", 2, 1);
        brought();
        now = START.plus(NextLook.LONGEST_WITHOUT_NEWS);
        bring("i-1", 2, 9);

        brought();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void theShortestHookIsKeptOpenEveryFewSeconds() {
        aws.timeouts = Optional.of(new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(50)));
        aws.set("i-1", Status.DRAINING, 1);
        bring("i-1", 1, 1);

        brought();

        assertThat(aws.writes())
                .filteredOn(call -> call.startsWith("heartbeat"))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(now).isAfter(START.plusSeconds(40));
        assertThat(comeAgain).containsExactly("m-i-1");
    }

    @Test
    void aLoadBalancerIsLookedAtEveryShortWhile() {
        aws.tasks.clear();
        aws.classic.put("i-1", Attachment.DRAINING);
        queue.put("m-i-1", body("i-1", new LoadBalancers(List.of("lb"), List.of()), START), START, 1);
        pauses.add(() -> {});
        pauses.add(aws.classic::clear);

        brought();

        assertThat(now).isEqualTo(START.plusSeconds(20));
        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void aSpotNoticeBoundsADrainWhoseMessageIsElsewhere() {
        aws.set("i-1", Status.DRAINING, 1);
        bring("i-1", 1, 1);
        brought();
        now = START.plusSeconds(10);
        ask("i-1", "asg", new Occasion(Reason.SPOT_INTERRUPTION, now, now.plusSeconds(120)));
        brought();
        now = START.plusSeconds(130);
        bring("i-1", 1, 3);

        brought();

        assertThat(aws.writes()).contains("complete i-1 CONTINUE");
    }

    @Test
    void whenOneOfManyIsDoneTheOthersAreLookedAtTogether() {
        for (int i = 1; i <= 9; i++) {
            aws.drained("i-" + i);
            bring("i-" + i, 1, 1);
        }
        aws.tasks.clear();
        brought();
        aws.calls.clear();

        brought(stopped("t-1"));

        assertThat(aws.calls).filteredOn(call -> call.startsWith("settled")).hasSize(1);
        assertThat(aws.writes()).hasSize(9);
    }

    @Test
    void whatCannotBeAskedIsAskedAgainAndLetsNobodyGo() {
        bring("i-1", 1, 1);
        aws.tasks.clear();
        aws.failures.put("settled", new TryLater("listing: ThrottlingException"));
        aws.failures.put("notStopped", new TryLater("listing: ThrottlingException"));

        brought(stopped("t-1"));

        assertThat(aws.writes()).isEmpty();
        assertThat(aws.calls).filteredOn(call -> call.startsWith("settled")).hasSizeGreaterThan(1);
        assertThat(comeAgain).containsExactly("m-i-1");
    }

    @Test
    void aDryRunLeavesTheMessageAndCompletesNothing() {
        policy = new Policy(
                policy.recheck(), policy.drainTimeout(), policy.onDeadline(), policy.standaloneTasks(), true, true);
        aws.tasks.clear();
        bring("i-1", 0, 1);

        brought();

        assertThat(aws.writes()).isEmpty();
        assertThat(comeAgain).containsExactly("m-i-1");
    }

    private void bring(String id, int tasks, int receiveCount) {
        LifecycleAction action = new LifecycleAction(id, "asg", "drain", "token-" + id);
        DrainRequest request = new DrainRequest(action, "c", "arn-" + id, LoadBalancers.NONE, START);
        queue.put("m-" + id, TerminationMessage.write(request, OptionalInt.of(tasks)), START, receiveCount);
    }

    private static TaskNews stopped(String task) {
        return new TaskNews("arn-i-1", task);
    }
}
