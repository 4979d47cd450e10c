package dev.drainpipe.terminator;

import static dev.drainpipe.terminator.Blocker.NOT_ASKED;
import static dev.drainpipe.terminator.Sights.SEEN_AT;
import static dev.drainpipe.terminator.Sights.drained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SafeToTerminateAskedTest {
    private static final Term IN_TIME = new Term(SEEN_AT, SEEN_AT.plus(Duration.ofHours(1)));

    @Test
    void anInstanceNobodyWaitsForEndsTheWork() {
        Decision decision = decide(drained().in(Membership.LEFT));

        assertThat(decision.verdict()).isEqualTo(Verdict.NOTHING_TO_DO);
        assertThat(decision.blockers()).containsExactly(entry(NOT_ASKED, "the group does not wait for it"));
    }

    @Test
    void aHookThatDoesNotExistEndsTheWork() {
        Decision decision = decide(drained().withoutItsHook());

        assertThat(decision.verdict()).isEqualTo(Verdict.NOTHING_TO_DO);
        assertThat(decision.blockers()).containsExactly(entry(NOT_ASKED, "its hook does not exist"));
    }

    @Test
    void anInstanceThatItsGroupDoesNotHoldBackYetIsAskedAboutAgainForFiveMinutes() {
        Sight sight = drained().in(Membership.NOT_YET).sight();
        Decision young =
                SafeToTerminate.decide(sight, asked(Duration.ofMinutes(5).minusMillis(1)), SEEN_AT);

        assertThat(young.verdict()).isEqualTo(Verdict.ASK_AGAIN);
        assertThat(young.blockers()).containsExactly(entry(NOT_ASKED, "the group does not wait for it yet"));
        assertThat(SafeToTerminate.decide(sight, asked(Duration.ofMinutes(5)), SEEN_AT)
                        .verdict())
                .isEqualTo(Verdict.NOTHING_TO_DO);
    }

    @Test
    void anInstanceThatLeavesWithoutAHookNeedsNobodyWhoWaits() {
        assertThat(decide(drained().in(Membership.UNAWAITED)).verdict()).isEqualTo(Verdict.TERMINATE);
    }

    @Test
    void anInstanceNobodyWaitsForEndsTheWorkWhateverElseIsUnknown() {
        assertThat(decide(drained()
                                .in(Membership.LEFT)
                                .withStatus(Status.UNKNOWN)
                                .with(TasksSeen.unknown()))
                        .verdict())
                .isEqualTo(Verdict.NOTHING_TO_DO);
    }

    @Test
    void anOldAnswerOfTheGroupDoesNotEndTheWork() {
        Sight sight = drained().in(Membership.LEFT).sight();

        assertThat(SafeToTerminate.decide(sight, IN_TIME, SEEN_AT.plusSeconds(30))
                        .verdict())
                .isEqualTo(Verdict.NOTHING_TO_DO);
        assertThat(SafeToTerminate.decide(sight, IN_TIME, SEEN_AT.plusSeconds(31))
                        .verdict())
                .isEqualTo(Verdict.ASK_AGAIN);
    }

    private static Term asked(Duration ago) {
        return new Term(SEEN_AT.minus(ago), SEEN_AT.plus(Duration.ofHours(1)));
    }

    private static Decision decide(Sights sights) {
        return SafeToTerminate.decide(sights.sight(), IN_TIME, SEEN_AT);
    }
}
