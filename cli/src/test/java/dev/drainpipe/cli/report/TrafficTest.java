package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Offset<Double> ROUNDING = within(0.001);

    private static TrafficSecond second(Story story, int afterScaleIn) {
        return story.at(10).report().traffic().seconds().get(60 + afterScaleIn);
    }

    @Test
    void aRequestCountsInTheSecondInWhichItWasAnswered() {
        Story story = new Story(Story.defaults()).at(3.2).served("i-1", Duration.ofMillis(100));

        assertThat(second(story, 3).served()).isEqualTo(1);
        assertThat(second(story, 2).served()).isZero();
    }

    @Test
    void aRequestIsInFlightFromItsBeginningToItsEnd() {
        Story story = new Story(Story.defaults()).at(5.25).served("i-1", Duration.ofMillis(1750));

        assertThat(second(story, 3).inFlight()).isCloseTo(0.5, ROUNDING);
        assertThat(second(story, 4).inFlight()).isCloseTo(1, ROUNDING);
        assertThat(second(story, 5).inFlight()).isCloseTo(0.25, ROUNDING);
        assertThat(second(story, 6).inFlight()).isZero();
    }

    @Test
    void droppedRequestsAreCountedBySecondAndReason() {
        Story story = new Story(Story.defaults()).at(4).dropped("i-1", "x").dropped("i-1", "x");

        assertThat(second(story, 4).dropped()).isEqualTo(2);
        assertThat(story.report().traffic().dropped()).isEqualTo(2);
        assertThat(story.report().traffic().reasons()).containsEntry("x", 2);
    }
}
