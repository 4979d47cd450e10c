package dev.drainpipe.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.aws.SqsQueue;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.Outbox.Outgoing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Drainpipe relies on SQS for, in real time: whoever implements it must pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqsSuite {
    /** How often the adapter polls for what must come, a second each time; nothing here takes ten. */
    private static final int POLLS = 20;

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private Queues queues;

    /** Where SQS answers. */
    abstract URI endpoint();

    @BeforeEach
    void open() {
        queues = new Queues(endpoint());
    }

    @AfterEach
    void close() {
        queues.close();
    }

    @Test
    void aMessageThatIsNotDeletedIsHiddenAndThenComesAgainCounted() {
        SqsQueue queue = queues.at(queues.create(60));
        send(queue, "a");

        Delivery first = next(queue, SHORT);
        List<Delivery> hidden = queue.receive(LONG);
        Delivery again = next(queue, LONG);

        assertThat(hidden).isEmpty();
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(List.of(first.receiveCount(), again.receiveCount())).containsExactly(1, 2);
        assertThat(again.sentAt()).isEqualTo(first.sentAt());
    }

    @Test
    void aMessageThatIsSentForLaterComesLater() {
        SqsQueue queue = queues.at(queues.create(60));
        queue.send(List.of(new Outgoing("x", "later", Map.of(), SHORT)));

        List<Delivery> early = queue.receive(LONG);

        assertThat(early).isEmpty();
        assertThat(next(queue, LONG).body()).isEqualTo("later");
    }

    @Test
    void aDeletedMessageNeverComesAgain() {
        SqsQueue queue = queues.at(queues.create(60));
        send(queue, "a");

        List<Delivery> kept = queue.delete(List.of(next(queue, Duration.ofSeconds(1))));

        assertThat(kept).isEmpty();
        assertThat(queue.receive(LONG)).isEmpty();
        assertThat(queue.receive(LONG)).isEmpty();
    }

    @Test
    void aMessageThatIsReceivedTooOftenMovesToTheDeadLetterQueue() {
        String dead = queues.create(60);
        SqsQueue queue = queues.at(queues.create(60, dead, 2));
        send(queue, "poison");

        next(queue, Duration.ofSeconds(1));
        next(queue, Duration.ofSeconds(1));
        List<Delivery> third = List.of();
        for (int i = 0; i < 3; i++) {
            third = queue.receive(LONG);
        }

        assertThat(third).isEmpty();
        assertThat(next(queues.at(dead), LONG).body()).isEqualTo("poison");
    }

    @Test
    void ofABatchToDeleteOnlyWhatFailedIsKept() {
        SqsQueue queue = queues.at(queues.create(60));
        send(queue, "a");
        Delivery good = next(queue, SHORT);
        Delivery bad = new Delivery("m", "no handle at all", "b", good.sentAt(), 1);

        List<Delivery> kept = queue.delete(List.of(bad, good));

        assertThat(kept).containsExactly(bad);
        assertThat(queue.receive(LONG)).isEmpty();
    }

    @Test
    void ofABatchToSendOnlyWhatWasRefusedIsNamed() {
        SqsQueue queue = queues.at(queues.create(60));

        Map<String, String> refused = queue.send(List.of(
                new Outgoing("bad", "a character that SQS does not take: \u0001", Map.of()),
                new Outgoing("good", "a message", Map.of("reason", "why"))));

        assertThat(refused).containsOnlyKeys("bad");
        assertThat(next(queue, LONG).body()).isEqualTo("a message");
    }

    @Test
    void whatDeregisterReportsAsFailedComesAgainAndEndsAsADeadLetterAndNothingElseDoes() throws InterruptedException {
        String dead = queues.create(60);
        String lifecycle = queues.create(1, dead, 2);
        Deregister deregister = new Deregister(queues, queues.create(60));
        queues.at(lifecycle)
                .send(List.of(
                        new Outgoing("fine", "{\"Event\":\"autoscaling:TEST_NOTIFICATION\"}", Map.of()),
                        new Outgoing("bad", "no JSON", Map.of())));

        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            answers.append(deregister.poll(lifecycle));
            Thread.sleep(1000);
        }

        assertThat(answers.toString().split("itemIdentifier", -1)).hasSize(3);
        assertThat(next(queues.at(dead), LONG).body()).isEqualTo("no JSON");
        assertThat(queues.at(dead).receive(LONG)).isEmpty();
    }

    @Test
    void aMissingQueueIsSaidToBeMissing() {
        assertThatThrownBy(() -> queues.at("drainpipe-nowhere")).isInstanceOf(NoSuchQueue.class);
    }

    private static void send(SqsQueue queue, String body) {
        assertThat(queue.send(List.of(new Outgoing("x", body, Map.of())))).isEmpty();
    }

    /** The next message, hidden for this long; fails if none comes. */
    private static Delivery next(SqsQueue queue, Duration hidden) {
        for (int i = 0; i < POLLS; i++) {
            List<Delivery> received = queue.receive(hidden);
            if (!received.isEmpty()) {
                assertThat(received).hasSize(1);
                return received.get(0);
            }
        }
        throw new AssertionError("No message came within " + POLLS + " polls.");
    }
}
