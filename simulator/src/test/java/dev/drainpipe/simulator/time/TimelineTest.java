package dev.drainpipe.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Timeline timeline = new Timeline(START);
    private final List<String> happened = new ArrayList<>();

    @Test
    void eventsHappenInOrderOfTimeAndThenOfPlanning() {
        timeline.after(Duration.ofSeconds(2), () -> happened.add("late"));
        timeline.after(Duration.ofSeconds(1), () -> happened.add("first"));
        timeline.after(Duration.ofSeconds(1), () -> happened.add("second"));

        timeline.runUntil(START.plusSeconds(2));

        assertThat(happened).containsExactly("first", "second", "late");
    }

    @Test
    void theClockShowsTheTimeOfTheEventThatRuns() {
        timeline.after(
                Duration.ofSeconds(7), () -> happened.add(timeline.instant().toString()));

        timeline.runUntil(START.plusSeconds(60));

        assertThat(happened).containsExactly("2026-01-01T00:00:07Z");
        assertThat(timeline.instant()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void anEventAtTheVeryEndStillHappensAndOneAfterItDoesNot() {
        timeline.at(START.plusSeconds(10), () -> happened.add("at the end"));
        timeline.at(START.plusSeconds(10).plusNanos(1), () -> happened.add("after the end"));

        timeline.runUntil(START.plusSeconds(10));

        assertThat(happened).containsExactly("at the end");
    }

    @Test
    void anEventInThePastHappensNow() {
        timeline.runUntil(START.plusSeconds(10));
        timeline.at(START, () -> happened.add(timeline.instant().toString()));

        timeline.step();

        assertThat(happened).containsExactly("2026-01-01T00:00:10Z");
    }

    @Test
    void aCancelledEventDoesNotHappen() {
        timeline.after(Duration.ofSeconds(1), () -> happened.add("called off")).cancel();

        assertThat(timeline.next()).isEmpty();
        assertThat(timeline.step()).isFalse();
        assertThat(happened).isEmpty();
    }

    @Test
    void aSeriesRepeatsUntilItIsCancelled() {
        Timeline.Planned series = timeline.every(
                Duration.ofMinutes(1), () -> happened.add(timeline.instant().toString()));
        timeline.runUntil(START.plus(Duration.ofMinutes(2)));
        series.cancel();

        timeline.runUntil(START.plus(Duration.ofMinutes(9)));

        assertThat(happened).containsExactly("2026-01-01T00:01:00Z", "2026-01-01T00:02:00Z");
    }
}
