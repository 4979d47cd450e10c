package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 0, 2", "10, 0, 1000", "11, 1, 2", "10000, 300, 2"})
    void whatLambdaAcceptsIsAccepted(int batchSize, int window, int atOnce) {
        assertThatCode(() -> settings(batchSize, window, atOnce)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 2, BatchSize 0",
        "10001, 1, 2, BatchSize 10001",
        "11, 0, 2, BatchSize 11 needs",
        "10, 301, 2, MaximumBatchingWindowInSeconds 301",
        "10, 0, 1, MaximumConcurrency 1",
        "10, 0, 1001, MaximumConcurrency 1001"
    })
    void whatLambdaRefusesIsRefused(int batchSize, int window, int atOnce, String problem) {
        assertThatThrownBy(() -> settings(batchSize, window, atOnce)).hasMessageStartingWith(problem);
    }

    private static MappingSettings settings(int batchSize, int window, int atOnce) {
        return new MappingSettings("f", batchSize, Duration.ofSeconds(window), OptionalInt.of(atOnce), true);
    }
}
