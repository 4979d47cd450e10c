package dev.drainpipe.taskscaler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.TryLater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WakeUpTest {
    private static final String RULES = "{\"services\": ["
            + "{\"cluster_name\": \"c\", \"service_name\": \"web\", \"min_task_count\": 1, \"n_count\": 1},"
            + "{\"cluster_name\": \"arn:aws:ecs:r:1:cluster/c\", \"service_name\": \"api\", \"min_task_count\": 1,"
            + " \"n_count\": 1},"
            + "{\"cluster_name\": \"d\", \"service_name\": \"other\", \"min_task_count\": 1, \"n_count\": 1}]}";

    private final List<String> lines = new ArrayList<>();
    private final FakeAws aws = new FakeAws().runs("web", 9).runs("api", 9).runs("other", 9);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cluster_name\": \"c\"}",
                "{\"cluster_name\": \"arn:aws:ecs:eu-central-1:111122223333:cluster/c\"}",
                "{\"cluster_name\": \"c\", \"reason\": \"drain\", \"instance_id\": null}"
            })
    void allRulesOfTheClusterAreLookedAtAndNoOthers(String body) {
        Set<String> again = wake(RULES, body);

        assertThat(again).isEmpty();
        assertThat(aws.calls)
                .filteredOn(call -> call.startsWith("set"))
                .containsExactly("set c web 4", "set arn:aws:ecs:r:1:cluster/c api 4");
    }

    @Test
    void theExampleIsUnderstood() throws IOException {
        wake(RULES, Files.readString(Path.of("../events/wake-up.json")));

        assertThat(aws.calls).contains("set c web 4");
    }

    @Test
    void manyWakeUpsAreOneTick() {
        wake(RULES, "{\"cluster_name\": \"d\"}", "{\"cluster_name\": \"d\"}", "{\"cluster_name\": \"d\"}");

        assertThat(aws.calls)
                .containsExactly("describe d [other]", "active d", "active d", "others [other in d]", "set d other 4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not JSON at all       | the body is not a JSON object
            {}                    | cluster_name is missing; accepted: a text that is not empty
            {"cluster_name": ""}  | cluster_name is missing; accepted: a text that is not empty
            {"cluster_name": 7}   | cluster_name is 7; accepted: a text
            """)
    void whatCannotBeReadIsWrittenDownAndDone(String body, String reason) {
        Set<String> again = wake(RULES, body, "{\"cluster_name\": \"d\"}");

        assertThat(again).isEmpty();
        assertThat(lines.get(0))
                .isEqualTo("WARN Wake-up m0 cannot be read: " + reason + ". The next scheduled tick repairs");
        assertThat(aws.calls).endsWith("set d other 4");
    }

    @Test
    void aClusterWithoutARuleIsNamed() {
        assertThat(wake(RULES, "{\"cluster_name\": \"x\"}", "{\"cluster_name\": \"d\"}"))
                .isEmpty();

        assertThat(lines)
                .hasSize(2)
                .startsWith("INFO No action taken. No rule of SCALING_RULES is about the cluster x");
        assertThat(aws.calls).startsWith("describe d [other]");
    }

    @Test
    void withoutRulesThereIsNothingToDo() {
        assertThat(wake("", "{\"cluster_name\": \"c\"}")).isEmpty();

        assertThat(lines).singleElement().asString().startsWith("INFO No action taken. SCALING_RULES is not set");
        assertThat(aws.calls).isEmpty();
    }

    @Test
    void whatIsNotAnsweredComesAgainButNotWhatCannotBeRead() {
        aws.failures.put("active", new TryLater("counting instances of c: ThrottlingException"));

        assertThat(wake(RULES, "{\"cluster_name\": \"c\"}", "nonsense", "{\"cluster_name\": \"c\"}"))
                .containsExactly("m0", "m2");
    }

    @Test
    void whatIsRefusedComesAgain() {
        aws.failures.put("others", new IllegalStateException("not allowed"));

        assertThat(wake(RULES, "{\"cluster_name\": \"c\"}")).containsExactly("m0");
        assertThat(lines).singleElement().asString().startsWith("ERROR Failed").contains("not allowed");
    }

    @Test
    void dryRunHoldsForWakeUpsToo() {
        wake(RULES.replace("{\"services\"", "{\"dry_run\": true, \"services\""), "{\"cluster_name\": \"d\"}");

        assertThat(aws.calls).endsWith("others [other in d]");
        assertThat(lines).singleElement().asString().startsWith("INFO Dry run: would call ecs:UpdateService");
    }

    private Set<String> wake(String rules, String... bodies) {
        Attempts attempts = new Attempts(new Journal((level, text, fields) -> lines.add(level + " " + text), "r"));
        ScalerConfig config = ScalerConfig.from(Map.of("SCALING_RULES", rules));
        List<Delivery> deliveries = new ArrayList<>();
        for (String body : bodies) {
            deliveries.add(new Delivery("m" + deliveries.size(), "handle", body, Instant.EPOCH, 1));
        }
        return new WakeUp(config, new ScalerStep(aws.ports(), attempts), attempts).run(deliveries);
    }
}
