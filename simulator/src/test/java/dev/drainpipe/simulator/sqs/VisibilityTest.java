package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private final SqsFixture aws = new SqsFixture();
    private final String url = aws.queue("q");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aReceivedMessageIsHiddenForTheQueuesTimeAndNotLonger() {
        aws.send(url, "a");
        aws.receive(url);

        aws.pass(Duration.ofMillis(29_999));
        assertThat(aws.receive(url)).isEmpty();

        aws.pass(Duration.ofMillis(1));
        assertThat(aws.bodies(url)).containsExactly("a");
    }
}
