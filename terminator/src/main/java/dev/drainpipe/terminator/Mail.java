package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.message.TerminationMessage;
import dev.drainpipe.message.TerminationMessage.Drain;
import dev.drainpipe.message.TerminationMessage.Malformed;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages on the termination queue: taken, deleted, renewed.
 *
 * <p>Messages are hidden until the tick is over. So one that is not finished comes back for the next tick by itself,
 * without a call, also if this process dies. Where the queue feeds the function, Lambda takes and deletes them.
 *
 * <p>Each time that a message comes is a receive, 48 hours are 2880 ticks, and SQS gives a message away after 1000 receives
 * at most (Amazon SQS Developer Guide, "Configure a dead-letter queue"). So a message that was received often is replaced by
 * a fresh copy: waiting is not failing. And it is rarely done, since Lambda stops chains of messages to the queue that
 * triggers their sender (AWS Lambda Developer Guide, "Use Lambda recursive loop detection to prevent infinite loops").
 */
final class Mail {
    /** Below what SQS allows at most by more than duplicates can make of it, and one send in fifteen hours. */
    static final int MOST_RECEIVES = 900;

    /** A look at more would outlast the tick; the rest waits for the next one. */
    private static final int MOST_MESSAGES = 1000;

    /** With less time than this nothing more is taken. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(5);

    private final Queue queue;
    private final @Nullable String cluster;
    private final KnownTasks tasks;
    private final Attempts attempts;

    /**
     * The termination queue and its dead letters.
     *
     * @param inbox takes and deletes
     * @param outbox sends copies
     * @param deadLetters keeps malformed messages
     */
    record Queue(Inbox inbox, Outbox outbox, DeadLetters deadLetters) {}

    /**
     * What came of taking.
     *
     * @param messages how many came
     * @param answered whether the queue answered each time
     * @param emptied whether none was left
     */
    record Taken(int messages, boolean answered, boolean emptied) {}

    /**
     * The mail of one tick.
     *
     * @param cluster the cluster of messages that name none, as those of the older version do
     * @param tasks where it is noted how many tasks a message says that there were
     */
    Mail(Queue queue, @Nullable String cluster, KnownTasks tasks, Attempts attempts) {
        this.queue = queue;
        this.cluster = cluster;
        this.tasks = tasks;
        this.attempts = attempts;
    }

    /** Takes messages until none is left, or time is short. */
    Taken take(Pending pending, TimeLeft time) {
        int taken = 0;
        while (taken < MOST_MESSAGES && time.allows(LEAST_TIME)) {
            Optional<List<Delivery>> batch = attempts.ask(() -> queue.inbox().receive(time.left()));
            if (batch.isEmpty()) {
                return new Taken(taken, false, false);
            }
            if (batch.get().isEmpty()) {
                return new Taken(taken, true, true);
            }
            batch.get().forEach(delivery -> attempts.act(() -> sort(delivery, pending)));
            taken += batch.get().size();
        }
        return new Taken(taken, true, false);
    }

    /** Deletes messages. One that cannot be deleted comes again, and then its wait is over. */
    void delete(List<Delivery> done) {
        if (!done.isEmpty()) {
            attempts.ask(() -> queue.inbox().delete(done));
        }
    }

    /** Replaces messages that were received too often; the copy is sent first, since two ask for the same drain. */
    void renew(Pending pending) {
        for (DrainRequest request : pending.all()) {
            List<Delivery> old = pending.messages(request);
            if (old.stream().anyMatch(delivery -> delivery.receiveCount() >= MOST_RECEIVES)) {
                Outgoing copy = new Outgoing(request.instanceId(), TerminationMessage.write(request), Map.of());
                boolean sent = attempts.ask(
                                () -> queue.outbox().send(List.of(copy)).isEmpty())
                        .orElse(false);
                delete(sent ? old : List.of());
            }
        }
    }

    private void sort(Delivery delivery, Pending pending) {
        TerminationMessage message = TerminationMessage.read(delivery, Optional.ofNullable(cluster));
        if (message instanceof Drain drain) {
            hint(drain, delivery);
            pending.add(drain.request(), delivery);
        } else if (message instanceof Malformed malformed) {
            bury(delivery, malformed.reason());
        }
    }

    /** A message that came before came to a process that may have heard of its tasks, and may be dead: better look. */
    private void hint(Drain drain, Delivery delivery) {
        String instance = drain.request().containerInstance();
        if (instance != null && delivery.receiveCount() == 1) {
            drain.tasks().ifPresent(counted -> tasks.expect(instance, counted));
        }
    }

    private void bury(Delivery delivery, String reason) {
        if (attempts.ask(() -> queue.deadLetters().keep(delivery, reason)).orElse(false)) {
            delete(List.of(delivery));
        }
    }
}
