package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are warned well before the deadline of a drain, with all that holds it. */
class DeadlineWarningTest extends ScenarioTest {
    private static final Duration DEADLINE = Duration.ofMinutes(20);
    private static final Duration WARNED_AFTER = Duration.ofMinutes(15);

    @ParameterizedTest
    @ValueSource(strings = {"CONTINUE", "ABANDON", "KEEP"})
    void withLessThanAQuarterOfItsTimeLeftADrainIsWarnedOfInEachTick(String onDeadline) {
        Run run = begin(ordinary().deadline(DEADLINE, onDeadline));
        String instance = run.anInstance();
        run.hold(instance);
        Instant asked = run.now();

        run.terminate(instance);
        run.pass(DEADLINE.minusSeconds(30));

        assertThat(warnings(run, instance))
                .hasSizeBetween(4, 5)
                .allMatch(line -> line.at().isAfter(asked.plus(WARNED_AFTER)))
                .allMatch(line -> line.text().contains("TASKS_LEFT"));
        assertThat(run.said("Tick: "))
                .filteredOn(line -> line.text().contains("1 near the deadline"))
                .hasSizeBetween(4, 5);
        assertThat(run.ours()).isEmpty();

        run.pass(Duration.ofMinutes(3));
        run.stopHolding(instance);

        Ending ending = run.letGo(instance);
        assertThat(ending.result()).isEqualTo(onDeadline.equals("ABANDON") ? "ABANDON" : "CONTINUE");
        assertThat(ending.took().compareTo(DEADLINE.plusSeconds(90)) > 0).isEqualTo(onDeadline.equals("KEEP"));
        assertThat(ending.took()).isGreaterThan(DEADLINE.minusSeconds(2));
    }

    @Test
    void theWarningNamesAllThatHoldsTheInstance() {
        Run run = begin(ordinary().deadline(DEADLINE, "CONTINUE"));
        run.allowed().drops();
        String instance = run.anInstanceWithATask();
        run.aws().ecs().setAgentConnected(instance, false);
        run.terminate(instance);

        run.pass(DEADLINE.minusMinutes(2));

        assertThat(warnings(run, instance))
                .isNotEmpty()
                .allMatch(
                        line -> line.text()
                                .matches(
                                        ".*AGENT_SILENT .*TASKS_LEFT .*service:s .*TRAFFIC_LEFT \\(lb .*before its deadline.*"));
        assertThat(run.letGo(instance).took()).isBetween(DEADLINE.minusSeconds(2), DEADLINE.plusSeconds(90));
    }

    @Test
    void aDrainThatIsSoonOverIsWarnedOfNever() {
        Run run = begin(ordinary().deadline(DEADLINE, "CONTINUE"));

        run.drain(2);

        assertThat(run.said("near the deadline")).isEmpty();
        assertThat(run.said("[WARN]")).isEmpty();
    }

    private static List<LogLine> warnings(Run run, String instance) {
        return run.said("[WARN] " + instance).stream()
                .filter(line -> line.text().contains("before its deadline"))
                .toList();
    }
}
