package dev.drainpipe.terminator;

import static dev.drainpipe.terminator.Sights.SEEN_AT;
import static dev.drainpipe.terminator.Sights.drained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Membership;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StillAskedTest {
    private static final Duration LONG = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource(
            value = Membership.class,
            names = {"WAITING", "UNAWAITED", "UNKNOWN"})
    void aWaitThatMayGoOnHasNotEndedHoweverOldItIs(Membership membership) {
        assertThat(ended(drained().in(membership), LONG)).isFalse();
    }

    @Test
    void anInstanceThatHasLeftIsOver() {
        assertThat(ended(drained().in(Membership.LEFT), Duration.ZERO)).isTrue();
    }

    @Test
    void aHookThatDoesNotExistIsOver() {
        assertThat(ended(drained().withoutItsHook(), Duration.ZERO)).isTrue();
    }

    @Test
    void aWaitThatHasNotBegunIsOverAfterFiveMinutes() {
        Sights notYet = drained().in(Membership.NOT_YET);

        assertThat(ended(notYet, StillAsked.LONGEST_LAG.minusMillis(1))).isFalse();
        assertThat(ended(notYet, StillAsked.LONGEST_LAG)).isTrue();
    }

    private static boolean ended(Sights sights, Duration ago) {
        return StillAsked.ended(sights.sight(), SEEN_AT.minus(ago), SEEN_AT);
    }
}
