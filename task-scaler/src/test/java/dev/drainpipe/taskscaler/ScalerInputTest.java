package dev.drainpipe.taskscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.document.BadInput;
import dev.drainpipe.document.Json;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerInputTest {
    @Test
    void theOlderFourKeysWorkUnchanged() throws IOException {
        ScalerInput input =
                ScalerInput.from(document(Files.readString(Path.of("../events/scheduled-task-scaler.json"))));

        assertThat(input.rules()).containsExactly(new ServiceRule("c", "s", new Bounds(1, 2, 100_000)));
        assertThat(input.dryRun()).isFalse();
    }

    @Test
    void oneDocumentMayNameSeveralServices() throws IOException {
        ScalerInput input =
                ScalerInput.from(document(Files.readString(Path.of("../events/scheduled-task-scaler-services.json"))));

        assertThat(input.rules())
                .containsExactly(
                        new ServiceRule("c", "web", new Bounds(1, 2, 100_000)),
                        new ServiceRule("c", "agent", new Bounds(0, 1, 20)));
        assertThat(input.dryRun()).isTrue();
    }

    @Test
    void allMistakesAreReportedTogether() {
        Map<String, Object> document =
                document("{\"cluster_name\": 7, \"min_task_count\": \"two\", \"n_count\": -1, \"max_count\": 3}");

        assertThatThrownBy(() -> ScalerInput.from(document))
                .isInstanceOf(BadInput.class)
                .hasMessage("The task-scaler's input: cluster_name is 7; accepted: a text"
                        + "; service_name is missing; accepted: a text that is not empty"
                        + "; min_task_count is \"two\"; accepted: a whole number from 0 to 100000"
                        + "; n_count is -1; accepted: a whole number from 0 to 100000"
                        + "; max_count is 3; accepted: only the keys dry_run, cluster_name, service_name,"
                        + " min_task_count, n_count, max_task_count");
    }

    @Test
    void aMistakeInAListNamesItsPlace() {
        Map<String, Object> document = document("{\"services\": [{\"cluster_name\": \"c\", \"service_name\": \"s\","
                + " \"min_task_count\": 1, \"n_count\": 1}, {\"cluster_name\": \"c\", \"service_name\": \"\","
                + " \"min_task_count\": 1, \"n_count\": 1, \"x\": null}]}");

        assertThatThrownBy(() -> ScalerInput.from(document))
                .hasMessageContaining("services[1].service_name is missing")
                .hasMessageContaining("services[1].x is null");
    }

    @Test
    void aMaximumBelowTheMinimumIsRefused() {
        assertThatThrownBy(() -> ScalerInput.from(withMaximum(1)))
                .hasMessageContaining("max_task_count is 1; accepted: a whole number from 2 to");
        assertThat(ScalerInput.from(withMaximum(2)).rules().get(0).bounds().max())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "arn:aws:ecs:r:1:service/web", "arn:aws:ecs:r:1:service/c/web"})
    void aServiceIsNamedOnce(String again) {
        Map<String, Object> document = document("{\"services\": [" + service("c", "web") + ", " + service("c", "api")
                + ", " + service("arn:aws:ecs:r:1:cluster/c", again) + "]}");

        assertThatThrownBy(() -> ScalerInput.from(document))
                .hasMessage("The task-scaler's input: services[2].service_name is \"" + again
                        + "\"; accepted: each service once (services[0] is web in c)");
    }

    @Test
    void servicesOfOneNameInTwoClustersAreTwo() {
        assertThat(ScalerInput.from(
                                document("{\"services\": [" + service("c", "web") + ", " + service("d", "web") + "]}"))
                        .rules())
                .hasSize(2);
    }

    @Test
    void servicesWithoutANameAreNoRepetitionOfEachOther() {
        assertThatThrownBy(() -> ScalerInput.from(
                        document("{\"services\": [" + service("c", "") + ", " + service("c", "") + "]}")))
                .hasMessage("The task-scaler's input: services[0].service_name is missing; accepted: a text that is not"
                        + " empty; services[1].service_name is missing; accepted: a text that is not empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            []               | services is []; accepted: at least one JSON object
            "web"            | services is "web"; accepted: a list of JSON objects
            [1]              | services is [1]; accepted: a list of JSON objects
            """)
    void servicesAreAListOfObjects(String services, String mistake) {
        assertThatThrownBy(() -> ScalerInput.from(document("{\"services\": " + services + "}")))
                .hasMessage("The task-scaler's input: " + mistake);
    }

    @Test
    void besideServicesThereIsNoOtherService() {
        assertThatThrownBy(() -> ScalerInput.from(
                        document("{\"services\": [" + service("c", "web") + "], \"service_name\": \"api\"}")))
                .hasMessage("The task-scaler's input: service_name is \"api\"; accepted: only the keys dry_run,"
                        + " services");
    }

    @Test
    void theRulesForWakeUpsAreTheScheduledInput() throws IOException {
        String text = Files.readString(Path.of("../events/scheduled-task-scaler-services.json"));

        assertThat(ScalerConfig.from(Map.of("SCALING_RULES", text)).rules()).contains(ScalerInput.from(document(text)));
        assertThat(ScalerConfig.from(Map.of()).rules()).isEmpty();
        assertThat(ScalerConfig.from(Map.of("SCALING_RULES", "")).rules()).isEmpty();
    }

    @Test
    void allMistakesOfTheEnvironmentAreReportedTogether() {
        Map<String, String> environment = Map.of(
                "DRY_RUN",
                "perhaps",
                "SCALING_RULES",
                "{\"cluster_name\": \"c\", \"min_task_count\": \"2\", \"n_count\": 1, \"n\": 1}");

        assertThatThrownBy(() -> ScalerConfig.from(environment))
                .isInstanceOf(BadInput.class)
                .hasMessage("The task-scaler's environment: DRY_RUN is \"perhaps\"; accepted: true or false"
                        + "; SCALING_RULES: service_name is missing; accepted: a text that is not empty"
                        + "; SCALING_RULES: min_task_count is \"2\"; accepted: a whole number from 0 to 100000"
                        + "; SCALING_RULES: n is 1; accepted: only the keys dry_run, cluster_name, service_name,"
                        + " min_task_count, n_count, max_task_count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "[]", "{", "7"})
    void rulesThatAreNoObjectAreRefused(String text) {
        assertThatThrownBy(() -> ScalerConfig.from(Map.of("SCALING_RULES", text)))
                .hasMessage("The task-scaler's environment: SCALING_RULES is \"" + text
                        + "\"; accepted: a JSON object like the scheduled input");
    }

    @Test
    void dryRunHoldsIfTheEnvironmentSaysSo() throws IOException {
        ScalerInput input =
                ScalerInput.from(document(Files.readString(Path.of("../events/scheduled-task-scaler.json"))));

        assertThat(ScalerConfig.from(Map.of("DRY_RUN", "true")).restrict(input).dryRun())
                .isTrue();
        assertThat(ScalerConfig.from(Map.of()).restrict(input).dryRun()).isFalse();
    }

    @Test
    void aWrongEnvironmentIsReportedAtColdStart() {
        assertThatThrownBy(() -> ScalerConfig.from(Map.of("DRY_RUN", "perhaps")))
                .hasMessage("The task-scaler's environment: DRY_RUN is \"perhaps\"; accepted: true or false");
    }

    private static String service(String cluster, String name) {
        return "{\"cluster_name\": \"" + cluster + "\", \"service_name\": \"" + name
                + "\", \"min_task_count\": 1, \"n_count\": 1}";
    }

    private static Map<String, Object> withMaximum(int max) {
        return document("{\"cluster_name\": \"c\", \"service_name\": \"s\", \"min_task_count\": 2, \"n_count\": 1,"
                + " \"max_task_count\": " + max + "}");
    }

    private static Map<String, Object> document(String text) {
        return Json.object(text).orElseThrow();
    }
}
