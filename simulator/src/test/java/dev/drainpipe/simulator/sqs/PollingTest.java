package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {
    private final SqsFixture aws = new SqsFixture();
    private final String url = aws.queue("q");
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aLongPollOnAProcessEndsWhenAMessageComes() {
        startPolling(20);
        aws.world
                .timeline()
                .after(
                        Duration.ofSeconds(7),
                        () -> aws.sqs.byName("q").orElseThrow().send("a"));

        aws.pass(Duration.ofMinutes(1));

        assertThat(heard).containsExactly("[a] after PT7S");
    }

    @Test
    void aLongPollOnAProcessEndsEmptyWhenItsTimeIsOver() {
        startPolling(20);

        aws.pass(Duration.ofMinutes(1));

        assertThat(heard).containsExactly("[] after PT20S");
    }

    @Test
    void aShortPollDoesNotWait() {
        startPolling(0);

        aws.pass(Duration.ofMinutes(1));

        assertThat(heard).containsExactly("[] after PT0S");
    }

    @Test
    void theQueuesWaitHoldsWhenTheRequestSaysNothing() {
        aws.client.setQueueAttributes(
                r -> r.queueUrl(url).attributesWithStrings(Map.of("ReceiveMessageWaitTimeSeconds", "5")));
        aws.world.processes().start(() -> note(aws.receive(url).size()));

        aws.pass(Duration.ofMinutes(1));

        assertThat(heard).containsExactly("0 after PT5S");
    }

    @Test
    void offAProcessALongPollIsAnsweredAtOnce() {
        aws.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20));

        assertThat(aws.world.now()).isEqualTo(SqsFixture.START);
    }

    @Test
    void twentySecondsAreTheLongestWait() {
        assertThat(Refusal.of(() ->
                                aws.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(21)))
                        .text())
                .isEqualTo("Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if"
                        + " provided.");
    }

    @Test
    void tenMessagesAreTheMostAtOnce() {
        assertThat(Refusal.of(() ->
                                aws.client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(11)))
                        .text())
                .isEqualTo("Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if"
                        + " provided.");
    }

    @Test
    void oneMessageIsReceivedUnlessMoreAreAskedFor() {
        aws.send(url, "a", "b");

        assertThat(aws.client.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
    }

    private void startPolling(int seconds) {
        aws.world
                .processes()
                .start(() -> note(
                        aws.client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(seconds)).messages().stream()
                                .map(message -> message.body())
                                .toList()));
    }

    private void note(Object what) {
        Instant now = aws.world.now();
        heard.add(what + " after " + Duration.between(SqsFixture.START, now));
    }
}
