package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {
    private static final Set<String> BATCH = Set.of("m1", "m2");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
    void anEmptyAnswerMeansThatAllWentWell(String answer) {
        assertThat(BatchAnswer.failures(answer, BATCH)).isEmpty();
    }

    @Test
    void aNamedMessageFailed() {
        String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}";

        assertThat(BatchAnswer.failures(answer, BATCH)).containsExactly("m2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":",
                "\"done\"",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifer\":\"m1\"}]}",
                "{\"batchItemFailure\":[{\"itemIdentifier\":\"m1\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"m3\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m3\"}]}",
                "{\"batchItemFailures\":{\"m1\":true}}",
                "{\"batchItemFailures\":[\"m1\"]}"
            })
    void anAnswerThatMakesNoSenseFailsTheWholeBatch(String answer) {
        assertThat(BatchAnswer.failures(answer, BATCH)).isEqualTo(BATCH);
    }
}
