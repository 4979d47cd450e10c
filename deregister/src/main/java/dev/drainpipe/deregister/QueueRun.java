package dev.drainpipe.deregister;

import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A scheduled run: takes messages from the lifecycle queue by itself, batch by batch, until none is left or time is
 * short, and deletes what is done.
 */
final class QueueRun {
    /** A batch takes seconds; a message that must come again shall do so at the next tick. */
    private static final Duration HIDDEN = Duration.ofSeconds(45);

    /** Time that a batch takes; with less it is not begun. */
    private static final Duration ONE_BATCH = Duration.ofSeconds(10);

    private final Inbox inbox;
    private final DeregisterStep step;
    private final Attempts attempts;

    QueueRun(Inbox inbox, DeregisterStep step, Attempts attempts) {
        this.inbox = inbox;
        this.step = step;
        this.attempts = attempts;
    }

    /** Takes all there is, and answers how many messages came. */
    int run(TimeLeft time) {
        int taken = 0;
        while (time.allows(ONE_BATCH)) {
            Optional<List<Delivery>> batch = attempts.ask(() -> inbox.receive(HIDDEN));
            if (batch.isEmpty()) {
                break;
            }
            if (batch.get().isEmpty()) {
                sayIfNothingCame(taken);
                break;
            }
            taken += batch.get().size();
            Set<String> failed = step.run(batch.get());
            List<Delivery> done = batch.get().stream()
                    .filter(delivery -> !failed.contains(delivery.messageId()))
                    .toList();
            if (!done.isEmpty()) {
                attempts.ask(() -> inbox.delete(done));
            }
        }
        return taken;
    }

    private void sayIfNothingCame(int taken) {
        if (taken == 0) {
            attempts.journal().info("No lifecycle messages");
        }
    }
}
