package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthyPercentsTest {
    @ParameterizedTest
    @CsvSource({
        // minimum %, maximum %, desired -> fewest, most
        "100, 200, 4, 4, 8",
        "50, 200, 4, 2, 8",
        "50, 150, 3, 2, 4",
        "50, 150, 1, 1, 1",
        "34, 133, 3, 2, 3",
        "33, 134, 3, 1, 4",
        "0, 100, 5, 0, 5",
        "100, 100, 1, 1, 1",
        "100, 200, 0, 0, 0",
    })
    void roundsTheMinimumUpAndTheMaximumDown(int minimum, int maximum, int desired, int fewest, int most) {
        HealthyPercents percents = new HealthyPercents(minimum, maximum);

        assertThat(percents.fewest(desired)).isEqualTo(fewest);
        assertThat(percents.most(desired)).isEqualTo(most);
    }
}
