package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueRunTest extends DeregisterStepFixture {
    private final Deque<List<Delivery>> batches = new ArrayDeque<>();
    private final List<String> deleted = new ArrayList<>();

    @BeforeEach
    void nothingIsNamed() {
        configured = LoadBalancers.NONE;
        deadLetterQueue = Optional.empty();
    }

    @Test
    void takesBatchAfterBatchUntilNoneIsLeftAndDeletesWhatIsDone() {
        aws.active("i-0123456789abcdef0");
        batches.add(List.of(of("m1", "termination-direct")));
        batches.add(List.of(of("m2", "test-notification"), of("m3", "malformed-without-instance")));

        int taken = runQueue();

        assertThat(taken).isEqualTo(3);
        assertThat(deleted).containsExactly("m1", "m2");
        assertThat(aws.handedOver).hasSize(1);
    }

    @Test
    void anEmptyQueueIsOneLine() {
        assertThat(runQueue()).isZero();

        assertThat(lines).containsExactly("INFO No lifecycle messages");
    }

    @Test
    void aQueueThatDoesNotAnswerIsNotCalledEmpty() {
        assertThat(run(() -> {
                    throw new TryLater("receiving: HTTP 503");
                }))
                .isZero();

        assertThat(lines).containsExactly("WARN Not now: receiving: HTTP 503");
    }

    /** With its stack half deleted the older version failed each minute, and each failure was tried again twice. */
    @Test
    void aQueueThatIsGoneIsAnErrorAndTheRunEndsNormally() {
        assertThat(run(() -> {
                    throw new NoSuchQueue("there is no queue q1", new IllegalStateException());
                }))
                .isZero();

        assertThat(lines).containsExactly("ERROR No lifecycle messages can come: there is no queue q1");
    }

    @Test
    void noBatchIsBegunWithoutTimeForIt() {
        batches.add(List.of(of("m1", "test-notification")));
        batches.add(List.of(of("m2", "test-notification")));

        runQueue();

        assertThat(deleted).containsExactly("m1", "m2");
        timeLeft = Duration.ofMillis(9_999);
        batches.add(List.of(of("m3", "test-notification")));
        assertThat(runQueue()).isZero();
        timeLeft = Duration.ofSeconds(10);
        assertThat(runQueue()).isOne();
    }

    @Test
    void inADryRunNothingIsDeleted() {
        Attempts attempts = attempts();
        batches.add(List.of(of("m1", "test-notification")));
        Inbox dry = new DryRun(attempts.journal()).inbox(new Batches(), "the lifecycle queue");

        run(() -> dry);

        assertThat(deleted).isEmpty();
        assertThat(lines).contains("INFO Dry run: would call sqs:DeleteMessage on the lifecycle queue, 1 message");
    }

    private int runQueue() {
        return run(Batches::new);
    }

    private int run(Supplier<Inbox> queue) {
        return new QueueRun(queue, step(), attempts()).run(new TimeLeft(() -> now, now.plus(timeLeft)));
    }

    private Attempts attempts() {
        return new Attempts(new Journal((level, message, fields) -> lines.add(level + " " + message), "request"));
    }

    private static Delivery of(String messageId, String file) {
        return delivery(messageId, example(file).body());
    }

    private final class Batches implements Inbox {
        @Override
        public List<Delivery> receive(Duration hidden) {
            return batches.isEmpty() ? List.of() : batches.remove();
        }

        @Override
        public List<Delivery> delete(Collection<Delivery> done) {
            done.forEach(delivery -> deleted.add(delivery.messageId()));
            return List.of();
        }
    }
}
