package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our clock and Auto Scaling's need not agree. */
class ClockSkewTest extends ScenarioTest {
    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void aClockThatIsMinutesOffDrainsAllTheSame(int minutes) {
        Run run = begin(ordinary().skew(Duration.ofMinutes(minutes)));

        run.drain(2);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void aClockThatIsMinutesOffMovesTheDeadlineByNoMore(int minutes) {
        Run run = begin(ordinary().skew(Duration.ofMinutes(minutes)).deadline(Duration.ofMinutes(10), "CONTINUE"));
        run.allowed().early();
        String instance = run.anInstance();
        run.hold(instance);

        run.terminate(instance);

        assertThat(run.letGo(instance).took())
                .isBetween(Duration.ofMinutes(10L - minutes), Duration.ofMinutes(12L - minutes));
    }
}
