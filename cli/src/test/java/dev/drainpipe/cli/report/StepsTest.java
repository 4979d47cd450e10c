package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");

    private final Steps<String> steps = new Steps<>();

    @Test
    void aValueHoldsUntilTheNextChange() {
        steps.set(T0, "a");
        steps.set(T0.plusSeconds(10), "b");

        assertThat(steps.at(T0.plusMillis(9_999))).contains("a");
        assertThat(steps.at(T0.plusSeconds(10))).contains("b");
    }

    @Test
    void nothingIsKnownBeforeTheFirstChange() {
        steps.set(T0, "a");

        assertThat(steps.at(T0.minusMillis(1))).isEmpty();
        assertThat(steps.before(T0)).isEmpty();
    }

    @Test
    void ofSeveralChangesAtOneMomentTheLastCounts() {
        steps.set(T0, "a");
        steps.set(T0.plusSeconds(1), "b");
        steps.set(T0.plusSeconds(1), "c");

        assertThat(steps.between(T0, T0.plusSeconds(2)))
                .containsExactly(
                        new Span<>(T0, T0.plusSeconds(1), "a"), new Span<>(T0.plusSeconds(1), T0.plusSeconds(2), "c"));
    }

    @Test
    void aChangeThatIsTakenBackAtTheSameMomentLeavesNoTrace() {
        steps.set(T0, "a");
        steps.set(T0.plusSeconds(1), "b");
        steps.set(T0.plusSeconds(1), "a");

        assertThat(steps.between(T0, T0.plusSeconds(2))).containsExactly(new Span<>(T0, T0.plusSeconds(2), "a"));
    }

    @Test
    void spansAreCutToTheTimeAskedFor() {
        steps.set(T0, "a");
        steps.set(T0.plusSeconds(10), "b");
        steps.set(T0.plusSeconds(20), "c");

        assertThat(steps.between(T0.plusSeconds(5), T0.plusSeconds(20)))
                .containsExactly(
                        new Span<>(T0.plusSeconds(5), T0.plusSeconds(10), "a"),
                        new Span<>(T0.plusSeconds(10), T0.plusSeconds(20), "b"));
    }

    @Test
    void theValueJustBeforeAMomentIgnoresItsOwnChange() {
        steps.set(T0, "a");
        steps.set(T0.plusSeconds(1), "b");

        assertThat(steps.before(T0.plusSeconds(1))).contains("a");
    }
}
