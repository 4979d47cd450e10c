package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Occasion HOOK = Occasion.hook(ASKED);
    private static final Timeouts FIFTY_MINUTES = new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(50));

    @Test
    void theDeadlineComesBeforeAutoScalingsOwn() {
        Policy tight = Policies.timeout(Duration.ofMinutes(47), OnDeadline.CONTINUE);

        assertThat(deadline(Policies.DEFAULT, HOOK, Optional.of(FIFTY_MINUTES))).isEqualTo(Duration.ofMinutes(48));
        assertThat(deadline(Policies.DEFAULT, HOOK, Optional.empty())).isEqualTo(Duration.ofDays(2));
        assertThat(deadline(tight, HOOK, Optional.of(FIFTY_MINUTES))).isEqualTo(Duration.ofMinutes(47));
    }

    @Test
    void theDeadlineOfTheEventComesFirstIfItIsEarlier() {
        Occasion spot = new Occasion(Reason.SPOT_INTERRUPTION, ASKED, ASKED.plus(Duration.ofMinutes(2)));
        Occasion far = new Occasion(Reason.HOOK, ASKED, ASKED.plus(Duration.ofDays(9)));

        assertThat(deadline(Policies.DEFAULT, spot, Optional.of(FIFTY_MINUTES))).isEqualTo(Duration.ofMinutes(2));
        assertThat(deadline(Policies.DEFAULT, far, Optional.of(FIFTY_MINUTES))).isEqualTo(Duration.ofMinutes(48));
    }

    @Test
    void aDeadlineIsNearWhenNoMoreThanAQuarterOfTheTimeIsLeft() {
        Term hour = new Term(ASKED, ASKED.plus(Duration.ofHours(1)));
        Instant lastQuarter = ASKED.plus(Duration.ofMinutes(45));

        assertThat(hour.near(lastQuarter.minusMillis(1))).isFalse();
        assertThat(hour.near(lastQuarter)).isTrue();
        assertThat(hour.late(hour.deadline().minusMillis(1))).isFalse();
        assertThat(hour.late(hour.deadline())).isTrue();
        assertThat(hour.near(hour.deadline())).isTrue();
        assertThat(new Term(ASKED, ASKED).near(ASKED)).isTrue();
        assertThat(hour.age(lastQuarter)).isEqualTo(Duration.ofMinutes(45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stop", "stop-after-", "stop-after-172801", "stop-after--1", "stop-after-1s", "never"})
    void otherWordsForStandaloneTasksAreNotAccepted(String words) {
        assertThat(StandaloneTasks.of(words)).isEmpty();
    }

    @Test
    void standaloneTasksAreWaitedForIgnoredOrStopped() {
        assertThat(StandaloneTasks.of(" Wait ")).contains(StandaloneTasks.WAIT);
        assertThat(StandaloneTasks.of("ignore")).contains(StandaloneTasks.IGNORE);
        assertThat(StandaloneTasks.of("stop-after-0")).contains(StandaloneTasks.stopAfter(Duration.ZERO));
        assertThat(StandaloneTasks.of("STOP-AFTER-172800")).contains(StandaloneTasks.stopAfter(Duration.ofDays(2)));
    }

    private static Duration deadline(Policy policy, Occasion occasion, Optional<Timeouts> hook) {
        return Duration.between(ASKED, policy.term(occasion, hook).deadline());
    }
}
