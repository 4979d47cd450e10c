package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.TryLater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueRunTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private final FakeAws aws = new FakeAws();
    private final Deque<List<Delivery>> batches = new ArrayDeque<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Instant now = START;

    @Test
    void takesBatchAfterBatchUntilNoneIsLeftAndDeletesWhatIsDone() throws IOException {
        aws.active("i-0123456789abcdef0");
        batches.add(List.of(delivery("m1", "termination-direct")));
        batches.add(List.of(delivery("m2", "test-notification"), delivery("m3", "malformed-without-instance")));

        int taken = run();

        assertThat(taken).isEqualTo(3);
        assertThat(deleted).containsExactly("m1", "m2");
        assertThat(aws.handedOver).hasSize(1);
    }

    @Test
    void anEmptyQueueIsOneLine() {
        assertThat(run()).isZero();

        assertThat(lines).containsExactly("No lifecycle messages");
    }

    @Test
    void aQueueThatDoesNotAnswerIsNotCalledEmpty() {
        batches.add(List.of());
        Inbox broken = new Inbox() {
            @Override
            public List<Delivery> receive(Duration hidden) {
                throw new TryLater("receiving: HTTP 503");
            }

            @Override
            public List<Delivery> delete(Collection<Delivery> done) {
                return List.of();
            }
        };

        assertThat(run(broken)).isZero();

        assertThat(lines).containsExactly("Not now: receiving: HTTP 503");
    }

    @Test
    void noBatchIsBegunWithoutTimeForIt() throws IOException {
        batches.add(List.of(delivery("m1", "test-notification")));
        batches.add(List.of(delivery("m2", "test-notification")));

        run();

        assertThat(deleted).containsExactly("m1", "m2");
        now = START.plusSeconds(41);
        batches.add(List.of(delivery("m3", "test-notification")));
        assertThat(run()).isZero();
    }

    private int run() {
        return run(new Inbox() {
            @Override
            public List<Delivery> receive(Duration hidden) {
                return batches.isEmpty() ? List.of() : batches.remove();
            }

            @Override
            public List<Delivery> delete(Collection<Delivery> done) {
                done.forEach(delivery -> deleted.add(delivery.messageId()));
                return List.of();
            }
        });
    }

    private int run(Inbox inbox) {
        Attempts attempts = new Attempts(new Journal((level, message, fields) -> lines.add(message), "request"));
        DeadLetters letters = new DeadLetters(Optional.empty(), "lifecycle queue", attempts.journal());
        DeregisterStep step = new DeregisterStep(
                new Intake(new Settings("c", LoadBalancers.NONE, false), letters, attempts),
                new Observer(new Observer.Ecs(aws, aws), new TrafficLook(aws, aws, attempts), attempts),
                new Execution(aws.hands(), aws, attempts),
                attempts.journal());
        return new QueueRun(inbox, step, attempts).run(new TimeLeft(() -> now, START.plusSeconds(50)));
    }

    private static Delivery delivery(String messageId, String file) throws IOException {
        return new Delivery(messageId, "handle", Files.readString(Path.of("../events/" + file + ".json")), START, 1);
    }
}
