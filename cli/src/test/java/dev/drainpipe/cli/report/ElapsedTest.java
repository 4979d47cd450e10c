package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0:00",
        "499, 0:00",
        "500, 0:01",
        "59499, 0:59",
        "59500, 1:00",
        "-30000, -0:30",
        "-200, 0:00",
        "3599499, 59:59",
        "3599500, 1:00:00",
        "3725000, 1:02:05"
    })
    void aTimeIsWrittenInMinutesAndRoundedSeconds(long millis, String text) {
        assertThat(Elapsed.minutes(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
