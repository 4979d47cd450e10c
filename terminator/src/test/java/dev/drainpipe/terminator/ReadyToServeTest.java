package dev.drainpipe.terminator;

import static dev.drainpipe.terminator.Sights.SEEN_AT;
import static dev.drainpipe.terminator.Sights.drained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.terminator.Readiness.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadyToServeTest {
    private static final Sights READY = drained().withStatus(Status.ACTIVE);

    @Test
    void anActiveInstanceWithAConnectedAgentIsReady() {
        assertThat(decide(READY)).isEqualTo(new Readiness(Answer.READY, "it is ACTIVE, its agent is connected"));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void anInstanceThatGetsNoTasksIsNotReady(Status status) {
        assertThat(decide(READY.withStatus(status))).isEqualTo(new Readiness(Answer.NOT_READY, "ECS says " + status));
    }

    @Test
    void aSilentAgentIsNotReady() {
        assertThat(decide(READY.withSilentAgent()))
                .isEqualTo(new Readiness(Answer.NOT_READY, "its agent is not connected"));
    }

    @Test
    void whatIsThirtySecondsOldIsFreshAndWhatIsOlderIsNot() {
        Sight sight = READY.sight();

        assertThat(ReadyToServe.decide(sight, SEEN_AT, SEEN_AT.plusSeconds(30)).answer())
                .isEqualTo(Answer.READY);
        assertThat(ReadyToServe.decide(sight, SEEN_AT, SEEN_AT.plusSeconds(30).plusMillis(1)))
                .isEqualTo(new Readiness(Answer.NOT_READY, "seen 30 s ago"));
    }

    @Test
    void aGroupThatDidNotAnswerIsNotReady() {
        assertThat(decide(READY.in(Membership.UNKNOWN)))
                .isEqualTo(new Readiness(Answer.NOT_READY, "its group says UNKNOWN"));
    }

    @Test
    void anInstanceNobodyWaitsForEndsTheWork() {
        Readiness over = new Readiness(Answer.NOTHING_TO_DO, "the group does not wait for it");

        assertThat(decide(READY.in(Membership.LEFT))).isEqualTo(over);
        assertThat(decide(READY.withoutItsHook())).isEqualTo(over);
    }

    @Test
    void anInstanceThatIsNotHeldBackYetIsAskedAboutAgainForFiveMinutes() {
        Sight sight = READY.in(Membership.NOT_YET).sight();
        Instant fiveMinutesAgo = SEEN_AT.minus(Duration.ofMinutes(5));

        assertThat(ReadyToServe.decide(sight, fiveMinutesAgo.plusMillis(1), SEEN_AT))
                .isEqualTo(new Readiness(Answer.NOT_READY, "its group says NOT_YET"));
        assertThat(ReadyToServe.decide(sight, fiveMinutesAgo, SEEN_AT).answer()).isEqualTo(Answer.NOTHING_TO_DO);
    }

    private static Readiness decide(Sights sights) {
        return ReadyToServe.decide(sights.sight(), SEEN_AT, SEEN_AT);
    }
}
