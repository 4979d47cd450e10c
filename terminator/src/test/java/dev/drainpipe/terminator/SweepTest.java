package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.message.LifecycleMessage.Termination;
import dev.drainpipe.message.LifecycleParser;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest extends TickFixture {
    private static final LifecycleAction WITHOUT_TOKEN = new LifecycleAction("i-1", "asg", "drain", null);

    @BeforeEach
    void anInstanceWaitsOnOurHook() {
        aws.waiting.put("asg", Set.of("i-1"));
        aws.hooks.add(OUR_HOOK);
    }

    /** Its message was purged, and the instance waited for nobody until Auto Scaling ended it with its tasks. */
    @Test
    void anInstanceThatWaitsWithoutAMessageIsTakenInAtTheSecondSweep() {
        Instant began = START.minus(Duration.ofMinutes(20));
        aws.starts.put("i-1", began);

        assertThat(tickAt(0)).isZero();
        assertThat(tickAt(5)).isEqualTo(1);

        assertThat(frontDoor.sent)
                .singleElement()
                .satisfies(notice -> assertThat(LifecycleParser.parse(notice.body()))
                        .isEqualTo(new Termination(WITHOUT_TOKEN, began, OUR_HOOK.metadata())));
        assertThat(lines)
                .contains("WARN Taken in: i-1 of asg (hook drain): it waits, but no message asked for it for at least 4"
                        + " minutes");
    }

    @Test
    void whenItBeganIsLeftOutIfNobodySays() {
        aws.failures.put("activities", new TryLater("reading: Throttling"));
        tickAt(0);
        tickAt(5);

        assertThat(frontDoor.sent)
                .singleElement()
                .satisfies(notice -> assertThat(LifecycleParser.parse(notice.body()))
                        .isEqualTo(new Termination(WITHOUT_TOKEN, null, OUR_HOOK.metadata())));
    }

    @Test
    void oneSweepIsNotEnoughAndAProcessThatIsNewRemembersNone() {
        tickAt(0);
        restart();
        tickAt(5);

        assertThat(frontDoor.sent).isEmpty();
    }

    @Test
    void aSweepCostsCallsOnlyEveryFiveMinutes() {
        tickAt(0);
        now = START.plus(Duration.ofMinutes(5)).minusMillis(1);
        tick();
        assertThat(aws.calls).filteredOn("waiting"::equals).hasSize(1);

        tickAt(5);
        assertThat(aws.calls).filteredOn("waiting"::equals).hasSize(2);
    }

    @Test
    void anInstanceThatAMessageAsksForIsNotDoubled() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 2);
        tickAt(0);
        ask("i-1");
        tickAt(5);
        tickAt(10);

        assertThat(frontDoor.sent).isEmpty();

        tickAt(15);
        assertThat(frontDoor.sent).hasSize(1);
    }

    /** The outage: the messages went to another process each time, and drains that were under way began again and again. */
    @Test
    void whileAsManyMessagesAreOnTheirWayAsInstancesWaitNobodyIsLostSoon() {
        backlog = Optional.of(() -> 1);
        for (int minutes : new int[] {0, 5, 10}) {
            tickAt(minutes);
        }
        assertThat(frontDoor.sent).isEmpty();

        tickAt(15);

        assertThat(frontDoor.sent).hasSize(1);
    }

    @Test
    void withFewerMessagesThanInstancesThatWaitSomebodyIsLost() {
        backlog = Optional.of(() -> 0);
        tickAt(0);
        tickAt(5);

        assertThat(frontDoor.sent).hasSize(1);
    }

    @Test
    void aQueueThatDoesNotAnswerIsNoEvidence() {
        backlog = Optional.of(() -> {
            throw new TryLater("counting: ThrottlingException");
        });
        tickAt(0);
        tickAt(5);

        assertThat(frontDoor.sent).isEmpty();
    }

    @Test
    void anInstanceIsTakenInAgainOnlyAfterAQuarterOfAnHour() {
        for (int minutes : new int[] {0, 5, 10, 15}) {
            tickAt(minutes);
        }
        assertThat(frontDoor.sent).hasSize(1);

        tickAt(20);
        assertThat(frontDoor.sent).hasSize(2);
    }

    @Test
    void anInstanceWhoseWaitEndedBeforeOurEyesIsNotTakenIn() {
        aws.drained("i-1");
        ask("i-1");
        for (int minutes : new int[] {0, 5, 10}) {
            tickAt(minutes);
        }

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(frontDoor.sent).isEmpty();
    }

    @Test
    void hooksOfOthersAreLeftAlone() {
        aws.hooks.clear();
        aws.hooks.add(new Hook("asg", "ecs-managed-draining-termination-hook", "", ""));
        tickAt(0);
        tickAt(5);

        assertThat(frontDoor.sent).isEmpty();
        assertThat(aws.calls).doesNotContain("activities asg");
    }

    @Test
    void aQueueThatWasNotTakenEmptyProvesNothing() {
        queue.failure = new TryLater("receiving: Throttling");
        tickAt(0);
        tickAt(5);

        assertThat(aws.calls).isEmpty();
    }

    @Test
    void aFrontDoorThatRefusesIsTriedAgain() {
        frontDoor.refusesToSend = true;
        tickAt(0);
        assertThat(tickAt(5)).isZero();
        frontDoor.refusesToSend = false;

        assertThat(tickAt(10)).isEqualTo(1);
    }

    @Test
    void inADryRunItIsOnlySaid() {
        policy = Policies.dry(policy);
        tickAt(0);
        assertThat(tickAt(5)).isZero();

        assertThat(frontDoor.sent).isEmpty();
        assertThat(lines).contains("INFO Dry run: would call sqs:SendMessage to the lifecycle queue for i-1");
        assertThat(lines).noneMatch(line -> line.contains("Taken in"));
    }

    private int tickAt(int minutes) {
        now = START.plus(Duration.ofMinutes(minutes));
        return (Integer) tick().getOrDefault("taken_in", -1);
    }
}
