package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final String INPUT = "{\"queue_name\":   \"q2\"}";

    private final LambdaWorld lambda = new LambdaWorld();
    private final List<Duration> ticks = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void theFirstTickComesWithinAMinuteAndTheOthersAMinuteApart() {
        schedule().enable();

        lambda.pass(Duration.ofMinutes(3));

        assertThat(ticks).hasSize(3);
        assertThat(ticks.get(0)).isLessThan(Duration.ofMinutes(1));
        assertThat(ticks.get(1).minus(ticks.get(0))).isEqualTo(Duration.ofMinutes(1));
        assertThat(ticks.get(2).minus(ticks.get(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theInputIsHandedOverByteForByte() {
        schedule().enable();

        lambda.pass(Duration.ofMinutes(1));

        assertThat(inputs).containsExactly(INPUT);
    }

    @Test
    void aDisabledScheduleIsSilent() {
        Schedule schedule = schedule();
        schedule.enable();
        lambda.pass(Duration.ofMinutes(1));

        schedule.disable();
        lambda.pass(Duration.ofMinutes(5));

        assertThat(ticks).hasSize(1);
    }

    @Test
    void enablingTwiceIsEnablingOnce() {
        Schedule schedule = schedule();
        schedule.enable();
        schedule.enable();

        lambda.pass(Duration.ofMinutes(2));

        assertThat(ticks).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"rate(1 minute), PT1M", "rate(5 minutes), PT5M", "rate(2 hours), PT2H", "rate(1 day), PT24H"})
    void aRateIsAPeriod(String expression, Duration period) {
        assertThat(Schedule.period(expression)).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron(0 12 * * ? *)", "rate(0 minutes)", "rate(30 seconds)", "at(2026-01-01T00:00:00)"})
    void otherExpressionsAreRefused(String expression) {
        assertThatThrownBy(() -> Schedule.period(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expression);
    }

    private Schedule schedule() {
        lambda.deploy("f", (payload, context) -> {
            ticks.add(lambda.elapsed());
            inputs.add(payload);
            return "null";
        });
        return new Schedule(
                lambda.world,
                lambda.functions.asynchronous(),
                new Schedule.Settings("f", Duration.ofMinutes(1), INPUT));
    }
}
