package dev.drainpipe.deregister;

import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A scheduled run: takes messages from the lifecycle queue by itself, batch by batch, until none is left or time is
 * short, and deletes what is done.
 */
final class QueueRun {
    /** A batch takes seconds; a message that must come again shall do so at the next tick. */
    private static final Duration HIDDEN = Duration.ofSeconds(45);

    /** Time that a batch takes; with less it is not begun. */
    private static final Duration ONE_BATCH = Duration.ofSeconds(10);

    private final Supplier<Inbox> queue;
    private final DeregisterStep step;
    private final Attempts attempts;

    /** The queue is found when it is needed, since it may not exist (any more). */
    QueueRun(Supplier<Inbox> queue, DeregisterStep step, Attempts attempts) {
        this.queue = queue;
        this.step = step;
        this.attempts = attempts;
    }

    /**
     * Takes all there is, and answers how many messages came.
     *
     * <p>A queue that does not exist has none: an error for an operator to see, and nothing that a retry would mend.
     */
    int run(TimeLeft time) {
        int taken = 0;
        try {
            while (time.allows(ONE_BATCH)) {
                Inbox inbox = queue.get();
                List<Delivery> batch = inbox.receive(HIDDEN);
                if (batch.isEmpty()) {
                    sayIfNothingCame(taken);
                    break;
                }
                taken += batch.size();
                handle(batch, inbox);
            }
        } catch (NoSuchQueue e) {
            attempts.journal().error("No lifecycle messages can come: " + e.getMessage(), Map.of());
        } catch (TryLater e) {
            attempts.journal().warn("Not now: " + e.getMessage(), Map.of());
        }
        return taken;
    }

    private void handle(List<Delivery> batch, Inbox inbox) {
        Set<String> failed = step.run(batch);
        List<Delivery> done = batch.stream()
                .filter(delivery -> !failed.contains(delivery.messageId()))
                .toList();
        if (!done.isEmpty()) {
            attempts.ask(() -> inbox.delete(done));
        }
    }

    private void sayIfNothingCame(int taken) {
        if (taken == 0) {
            attempts.journal().info("No lifecycle messages");
        }
    }
}
