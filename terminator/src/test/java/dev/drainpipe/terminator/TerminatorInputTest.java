package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.document.Json;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminatorInputTest {
    private static final Policy DEFAULTS = TerminatorConfig.from(Map.of()).policy();

    @Test
    void theOlderKeyWorksUnchanged() throws IOException {
        String text = Files.readString(Path.of("../events/scheduled-terminator.json"));

        TerminatorInput input = TerminatorInput.from(Json.object(text).orElseThrow(), DEFAULTS);

        assertThat(input).isEqualTo(new TerminatorInput("q2", DEFAULTS));
    }

    @Test
    void withoutAWordTheDrainMayTakeWhatAutoScalingAllows() {
        assertThat(DEFAULTS)
                .isEqualTo(new Policy(Duration.ofSeconds(15), Duration.ofDays(2), OnDeadline.CONTINUE, false));
    }

    @Test
    void theInputOverrulesTheEnvironment() {
        Policy configured = TerminatorConfig.from(Map.of(
                        "RECHECK_SECONDS", "20",
                        "DRAIN_TIMEOUT_SECONDS", "7200",
                        "ON_DEADLINE", "ABANDON",
                        "DRY_RUN", "false"))
                .policy();

        assertThat(configured)
                .isEqualTo(new Policy(Duration.ofSeconds(20), Duration.ofHours(2), OnDeadline.ABANDON, false));
        assertThat(input(
                                "{\"queue_name\": \"q\", \"recheck_seconds\": 0, \"drain_timeout_seconds\": 60,"
                                        + " \"on_deadline\": \"keep\", \"dry_run\": true}",
                                configured)
                        .policy())
                .isEqualTo(new Policy(Duration.ZERO, Duration.ofMinutes(1), OnDeadline.KEEP, true));
    }

    @Test
    void anInputCannotEndTheDryRunOfTheEnvironment() {
        Policy configured = TerminatorConfig.from(Map.of("DRY_RUN", "true")).policy();

        assertThat(input("{\"queue_name\": \"q\", \"dry_run\": false}", configured)
                        .policy()
                        .dryRun())
                .isTrue();
    }

    @Test
    void allMistakesOfAnInputAreReportedTogether() {
        assertThatThrownBy(() -> input(
                        "{\"queue\": \"q\", \"drain_timeout_seconds\": 59, \"on_deadline\": \"wait\","
                                + " \"recheck_seconds\": 51}",
                        DEFAULTS))
                .hasMessage("The terminator's input: queue_name is missing; accepted: a text that is not empty"
                        + "; recheck_seconds is 51; accepted: a whole number from 0 to 50"
                        + "; drain_timeout_seconds is 59; accepted: a whole number from 60 to 172800"
                        + "; on_deadline is \"wait\"; accepted: one of continue, abandon, keep"
                        + "; queue is \"q\"; accepted: only the keys queue_name, recheck_seconds,"
                        + " drain_timeout_seconds, on_deadline, dry_run");
    }

    @Test
    void allMistakesOfAnEnvironmentAreReportedTogether() {
        assertThatThrownBy(() -> TerminatorConfig.from(
                        Map.of("DRAIN_TIMEOUT_SECONDS", "172801", "RECHECK_SECONDS", "soon", "ON_DEADLINE", "x")))
                .hasMessageContaining("DRAIN_TIMEOUT_SECONDS is \"172801\"; accepted: a whole number from 60 to 172800")
                .hasMessageContaining("RECHECK_SECONDS is \"soon\"")
                .hasMessageContaining("ON_DEADLINE is \"x\"");
    }

    @Test
    void aQueueWhoseUrlIsConfiguredNeedsNoLookup() {
        TerminatorConfig config =
                TerminatorConfig.from(Map.of("TERMINATION_QUEUE_URL", "https://sqs.example/1/termination"));

        assertThat(config.queue("termination")).isEqualTo("https://sqs.example/1/termination");
        assertThat(config.queue("nation")).isEqualTo("nation");
        assertThat(TerminatorConfig.from(Map.of()).queue("q")).isEqualTo("q");
    }

    @Test
    void theDeadlineComesBeforeAutoScalingsOwn() {
        Instant asked = Instant.parse("2026-01-01T12:00:00Z");
        Timeouts hook = new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(50));

        assertThat(DEFAULTS.deadline(asked, Optional.of(hook))).isEqualTo(asked.plus(Duration.ofMinutes(48)));
        assertThat(DEFAULTS.deadline(asked, Optional.empty())).isEqualTo(asked.plus(Duration.ofDays(2)));
        Policy tight = new Policy(Duration.ZERO, Duration.ofMinutes(47), OnDeadline.CONTINUE, false);
        assertThat(tight.deadline(asked, Optional.of(hook))).isEqualTo(asked.plus(Duration.ofMinutes(47)));
    }

    private static TerminatorInput input(String text, Policy configured) {
        return TerminatorInput.from(Json.object(text).orElseThrow(), configured);
    }
}
