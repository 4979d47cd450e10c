package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .isEqualTo(new Policy(
                        Duration.ofSeconds(15), Duration.ofDays(2), OnDeadline.CONTINUE, StandaloneTasks.WAIT, false));
    }

    @Test
    void theInputOverrulesTheEnvironment() {
        Policy configured = TerminatorConfig.from(Map.of(
                        "RECHECK_SECONDS", "20",
                        "DRAIN_TIMEOUT_SECONDS", "7200",
                        "ON_DEADLINE", "ABANDON",
                        "STANDALONE_TASKS", "Ignore",
                        "DRY_RUN", "false"))
                .policy();

        assertThat(configured)
                .isEqualTo(new Policy(
                        Duration.ofSeconds(20),
                        Duration.ofHours(2),
                        OnDeadline.ABANDON,
                        StandaloneTasks.IGNORE,
                        false));
        assertThat(input(
                                "{\"queue_name\": \"q\", \"recheck_seconds\": 0, \"drain_timeout_seconds\": 60,"
                                        + " \"on_deadline\": \"keep\", \"standalone_tasks\": \"stop-after-60\", \"dry_run\": true}",
                                configured)
                        .policy())
                .isEqualTo(new Policy(
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        OnDeadline.KEEP,
                        StandaloneTasks.stopAfter(Duration.ofMinutes(1)),
                        true));
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
                                + " \"standalone_tasks\": \"stop\", \"recheck_seconds\": 51}",
                        DEFAULTS))
                .hasMessage("The terminator's input: queue_name is missing; accepted: a text that is not empty"
                        + "; recheck_seconds is 51; accepted: a whole number from 0 to 50"
                        + "; drain_timeout_seconds is 59; accepted: a whole number from 60 to 172800"
                        + "; on_deadline is \"wait\"; accepted: one of continue, abandon, keep"
                        + "; standalone_tasks is \"stop\"; accepted: one of wait, ignore, stop-after-<seconds> with 0 to"
                        + " 172800 seconds"
                        + "; queue is \"q\"; accepted: only the keys queue_name, recheck_seconds,"
                        + " drain_timeout_seconds, on_deadline, standalone_tasks, dry_run");
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
    void theGroupsAreNamesAndATag() {
        assertThat(TerminatorConfig.from(Map.of("AUTO_SCALING_GROUPS", "a, b", "GROUP_TAG", "drainpipe=yes=no"))
                        .groups())
                .isEqualTo(new OurGroups(List.of("a", "b"), "drainpipe", "yes=no", null));
        assertThat(TerminatorConfig.from(Map.of()).groups().any()).isFalse();
        assertThat(TerminatorConfig.from(Map.of("AUTO_SCALING_GROUPS", "a"))
                        .groups()
                        .any())
                .isTrue();
        assertThat(TerminatorConfig.from(Map.of("GROUP_TAG", "k=v")).groups().any())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drainpipe", "=yes", "drainpipe=", "="})
    void aTagIsAKeyAndAValue(String tag) {
        assertThatThrownBy(() -> TerminatorConfig.from(Map.of("GROUP_TAG", tag)))
                .hasMessage("The terminator's environment: GROUP_TAG is \"" + tag
                        + "\"; accepted: a tag as key=value, such as drainpipe=yes");
    }

    private static TerminatorInput input(String text, Policy configured) {
        return TerminatorInput.from(Json.object(text).orElseThrow(), configured);
    }
}
