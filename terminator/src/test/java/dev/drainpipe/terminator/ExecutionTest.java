package dev.drainpipe.terminator;

import static dev.drainpipe.terminator.Sights.drained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import dev.drainpipe.port.LifecycleActions.Answer;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration RECHECK = Duration.ofSeconds(30);
    private static final Optional<Timeouts> FIVE_MINUTES =
            Optional.of(new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(500)));

    private final FakeAws aws = new FakeAws();
    private final Heartbeats heartbeats = new Heartbeats();
    private final DrainRequest request =
            new DrainRequest(new LifecycleAction("i-1", "asg", "drain", "token"), "c", null, LoadBalancers.NONE, ASKED);
    private OnDeadline onDeadline = OnDeadline.CONTINUE;
    private Duration drainTimeout = Duration.ofHours(3);

    @Test
    void noHeartbeatIsSentUntilHalfOfTheHooksTimeoutComesNear() {
        assertThat(waitsAt(ASKED.plusSeconds(119))).isEqualTo(Outcome.WAITS);
        assertThat(waitsAt(ASKED.plusSeconds(120))).isEqualTo(Outcome.KEPT_OPEN);
        assertThat(aws.calls).containsExactly("heartbeat i-1");
    }

    @Test
    void theNextHeartbeatCountsFromTheLast() {
        waitsAt(ASKED.plusSeconds(120));

        assertThat(waitsAt(ASKED.plusSeconds(239))).isEqualTo(Outcome.WAITS);
        assertThat(waitsAt(ASKED.plusSeconds(240))).isEqualTo(Outcome.KEPT_OPEN);
    }

    @Test
    void aHeartbeatThatFailedIsSentAgainAtTheNextLook() {
        aws.failures.put("heartbeat", new TryLater("ThrottlingException"));
        assertThat(waitsAt(ASKED.plusSeconds(120))).isEqualTo(Outcome.NOT_DONE);
        aws.failures.clear();

        assertThat(waitsAt(ASKED.plusSeconds(135))).isEqualTo(Outcome.KEPT_OPEN);
    }

    @Test
    void aRestartedProcessKeepsAnOldWaitOpenAtOnce() {
        assertThat(waitsAt(ASKED.plus(Duration.ofHours(2)))).isEqualTo(Outcome.KEPT_OPEN);
    }

    @Test
    void aHookThatIsNotKnownIsTakenForTheShortest() {
        assertThat(execution().carryOut(at(Membership.WAITING, Optional.empty()), Verdict.ASK_AGAIN, ASKED))
                .isEqualTo(Outcome.KEPT_OPEN);
    }

    @Test
    void aHeartbeatThatFindsNoWaitEndsTheWork() {
        aws.answer = Answer.OVER;

        assertThat(waitsAt(ASKED.plusSeconds(200))).isEqualTo(Outcome.OVER);
    }

    @Test
    void aThreeHourDrainOnAFiveMinuteHookIsKeptOpenAllTheWay() {
        drainTimeout = Duration.ofHours(4);
        Instant lastBeat = ASKED;
        for (Instant now = ASKED; now.isBefore(ASKED.plus(Duration.ofHours(3))); now = now.plus(RECHECK)) {
            if (waitsAt(now) == Outcome.KEPT_OPEN) {
                assertThat(Duration.between(lastBeat, now)).isLessThanOrEqualTo(Duration.ofSeconds(150));
                lastBeat = now;
            }
        }
        assertThat(lastBeat).isAfter(ASKED.plus(Duration.ofMinutes(177)));
    }

    @ParameterizedTest
    @CsvSource({"CONTINUE, complete i-1 CONTINUE", "ABANDON, complete i-1 ABANDON", "KEEP, heartbeat i-1"})
    void anOverdueDrainEndsAsTheOperatorChose(OnDeadline chosen, String call) {
        onDeadline = chosen;

        execution().carryOut(waiting(), Verdict.OVERDUE, ASKED.plus(Duration.ofHours(4)));

        assertThat(aws.calls).containsExactly(call);
    }

    @Test
    void afterItsDeadlineAWaitThatMayNotBeDecidedIsLeftToAutoScalingsTimeout() {
        assertThat(waitsAt(ASKED.plus(drainTimeout).minusSeconds(1))).isEqualTo(Outcome.KEPT_OPEN);
        assertThat(waitsAt(ASKED.plus(drainTimeout))).isEqualTo(Outcome.WAITS);
    }

    @Test
    void whoWantsToKeepIsKeptAfterTheDeadlineToo() {
        onDeadline = OnDeadline.KEEP;

        assertThat(waitsAt(ASKED.plus(drainTimeout).plusSeconds(1))).isEqualTo(Outcome.KEPT_OPEN);
    }

    @Test
    void aCompletionThatFailedIsNotDone() {
        aws.failures.put("complete", new TryLater("ResourceContention"));

        assertThat(execution().carryOut(waiting(), Verdict.TERMINATE, ASKED)).isEqualTo(Outcome.NOT_DONE);
    }

    /** Heartbeats to a wait that has ended were the noise in which a real one was missed. */
    @Test
    void nothingToDoNeedsNoCall() {
        assertThat(execution().carryOut(waiting(), Verdict.NOTHING_TO_DO, ASKED.plusSeconds(200)))
                .isEqualTo(Outcome.OVER);
        assertThat(aws.calls).isEmpty();
    }

    @Test
    void aWaitThatHasNotBegunIsNotKeptOpen() {
        Instant late = ASKED.plusSeconds(200);

        assertThat(execution().carryOut(at(Membership.NOT_YET, FIVE_MINUTES), Verdict.ASK_AGAIN, late))
                .isEqualTo(Outcome.WAITS);
        assertThat(execution().carryOut(at(Membership.UNKNOWN, FIVE_MINUTES), Verdict.ASK_AGAIN, late))
                .isEqualTo(Outcome.KEPT_OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "TERMINATE, 0, DRAINED",
        "OVERDUE, 4, TIME_IS_UP",
        "ASK_AGAIN, 0, WAITS",
        "ASK_AGAIN, 4, TIME_IS_UP",
        "NOTHING_TO_DO, 0, OVER"
    })
    void anInstanceWithoutAHookIsWatchedWithoutAnyCall(Verdict verdict, int hours, Outcome outcome) {
        DrainRequest spot = new DrainRequest(
                LifecycleAction.none("i-1", "asg"),
                "c",
                null,
                LoadBalancers.NONE,
                new Occasion(Reason.SPOT_INTERRUPTION, ASKED, null));
        Case watched = new Case(spot, drained().in(Membership.UNAWAITED).sight(), term(), Optional.empty());

        assertThat(execution().carryOut(watched, verdict, ASKED.plus(Duration.ofHours(hours))))
                .isEqualTo(outcome);
        assertThat(aws.calls).isEmpty();
    }

    @Test
    void inADryRunAHeartbeatIsSaidOnceAndNothingIsFinishedByIt() {
        aws.answer = Answer.NOT_SENT;

        assertThat(waitsAt(ASKED.plusSeconds(120))).isEqualTo(Outcome.WAITS);
        assertThat(waitsAt(ASKED.plusSeconds(135))).isEqualTo(Outcome.WAITS);
        assertThat(aws.calls).containsExactly("heartbeat i-1");
    }

    private Outcome waitsAt(Instant now) {
        return execution().carryOut(waiting(), Verdict.ASK_AGAIN, now);
    }

    private Case waiting() {
        return at(Membership.WAITING, FIVE_MINUTES);
    }

    private Case at(Membership membership, Optional<Timeouts> hook) {
        return new Case(request, drained().in(membership).sight(), term(), hook);
    }

    private Term term() {
        return new Term(ASKED, ASKED.plus(drainTimeout));
    }

    private Execution execution() {
        Policy policy = new Policy(RECHECK, drainTimeout, onDeadline, StandaloneTasks.WAIT, false);
        Attempts attempts = new Attempts(new Journal((level, message, fields) -> {}, "request"));
        return new Execution(aws, heartbeats, policy, attempts);
    }
}
