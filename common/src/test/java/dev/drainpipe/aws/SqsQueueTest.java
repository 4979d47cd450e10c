package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.Outbox.Outgoing;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsQueueTest {
    private static final String URL = "https://sqs.eu-central-1.amazonaws.com/1/q";
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final ScriptedHttp http = new ScriptedHttp();
    private final SqsQueues queues = new SqsQueues(http.clients().build(SqsClient.builder()), () -> NOW);

    @Test
    void theUrlOfANameIsAskedOnce() {
        http.answer("{\"QueueUrl\": \"" + URL + "\"}").answer("{}").answer("{}");

        queues.at("q").receive(Duration.ofSeconds(5));
        queues.at("q").receive(Duration.ofSeconds(5));

        assertThat(http.requests).hasSize(3);
        assertThat(http.requests.get(2)).contains("\"QueueUrl\":\"" + URL + "\"");
    }

    @Test
    void tenMessagesAreTakenAndHiddenForTheTimeAsked() {
        http.answer("{\"Messages\": [{\"MessageId\": \"m\", \"ReceiptHandle\": \"h\", \"Body\": \"b\", \"MD5OfBody\":"
                + " \"92eb5ffee6ae2fec3ad71c777531578f\", \"Attributes\": {\"ApproximateReceiveCount\": \"7\","
                + " \"SentTimestamp\": \"1767268800000\"}}]}");

        List<Delivery> taken = queues.at(URL).receive(Duration.ofSeconds(42));

        assertThat(taken).containsExactly(new Delivery("m", "h", "b", NOW, 7));
        assertThat(http.requests.get(0))
                .contains("\"MaxNumberOfMessages\":10", "\"VisibilityTimeout\":42", "\"WaitTimeSeconds\":1");
    }

    @Test
    void aMessageWithoutAttributesWasSentNow() {
        http.answer("{\"Messages\": [{\"MessageId\": \"m\", \"ReceiptHandle\": \"h\", \"Body\": \"b\", \"MD5OfBody\":"
                + " \"92eb5ffee6ae2fec3ad71c777531578f\"}]}");

        assertThat(queues.at(URL).receive(Duration.ofSeconds(42))).containsExactly(new Delivery("m", "h", "b", NOW, 1));
    }

    @Test
    void elevenDeletionsAreTwoCallsAndFailuresAreNamed() {
        http.answer("{\"Failed\": [{\"Id\": \"3\", \"Code\": \"InternalError\", \"SenderFault\": false}]}")
                .jsonError(500, "InternalError");
        List<Delivery> eleven = IntStream.range(0, 11)
                .mapToObj(i -> new Delivery("m" + i, "h" + i, "b", NOW, 1))
                .toList();

        assertThat(queues.at(URL).delete(eleven))
                .extracting(Delivery::messageId)
                .containsExactly("m3", "m10");
    }

    @Test
    void eachMessageIsAcceptedOrNotForItself() {
        http.answer("{\"Successful\": [], \"Failed\": [{\"Id\": \"1\", \"Code\": \"InternalError\"}]}");

        Map<String, String> refused = queues.at(URL)
                .send(List.of(
                        new Outgoing("a", "body a", Map.of("reason", "why")), new Outgoing("b", "body b", Map.of())));

        assertThat(refused).containsExactly(Map.entry("b", "InternalError"));
        assertThat(http.requests.get(0)).contains("body a", "\"StringValue\":\"why\"", "\"DataType\":\"String\"");
    }

    @Test
    void aSilentQueueAcceptsNothing() {
        http.jsonError(503, "ServiceUnavailable");

        assertThat(queues.at(URL).send(List.of(new Outgoing("a", "b", Map.of()))))
                .containsOnlyKeys("a");
    }

    @Test
    void aQueueThatDoesNotExistIsAnAnswerAndAnOverloadedOneIsNone() {
        http.jsonError(400, "com.amazonaws.sqs#QueueDoesNotExist")
                .jsonError(400, "com.amazonaws.sqs#QueueDoesNotExist")
                .jsonError(400, "OverLimit");

        assertThatThrownBy(() -> queues.at("q")).isInstanceOf(NoSuchQueue.class).hasMessage("there is no queue q");
        assertThatThrownBy(() -> queues.at(URL).receive(Duration.ZERO)).isInstanceOf(NoSuchQueue.class);
        assertThatThrownBy(() -> queues.at(URL).receive(Duration.ZERO)).isInstanceOf(TryLater.class);
    }
}
