package dev.drainpipe.lambda;

import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps messages that nobody can understand as evidence: on a dead-letter queue, each with the reason. */
public final class DeadLetters {
    /** SQS takes more, but a reason should be read in one glance. */
    private static final int LONGEST_REASON = 1000;

    private final Optional<Outbox> queue;
    private final String source;
    private final Journal journal;

    /**
     * Keeps what came from a source.
     *
     * @param queue where to keep it, if an operator named a queue
     * @param source which queue the messages came from, in words
     */
    public DeadLetters(Optional<Outbox> queue, String source, Journal journal) {
        this.queue = queue;
        this.source = source;
        this.journal = journal;
    }

    /**
     * Sends a copy with the message attributes {@code reason} and {@code source}.
     *
     * @return whether it was kept, so that the original may be deleted
     */
    public boolean keep(Delivery delivery, String reason) {
        Map<String, String> fields = Map.of("messageId", delivery.messageId(), "reason", reason);
        journal.warn("Malformed message " + delivery.messageId() + " from the " + source + ": " + reason, fields);
        String shortReason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        Outgoing copy =
                new Outgoing(delivery.messageId(), delivery.body(), Map.of("reason", shortReason, "source", source));
        return queue.filter(outbox -> accepted(outbox, copy)).isPresent();
    }

    private boolean accepted(Outbox outbox, Outgoing copy) {
        Map<String, String> refused = outbox.send(List.of(copy));
        refused.forEach((id, why) ->
                journal.warn("The dead-letter queue did not take message " + id + ": " + why, Map.of("messageId", id)));
        return refused.isEmpty();
    }
}
