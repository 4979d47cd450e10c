package dev.drainpipe.simulator.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message, or one of its copies, in one queue.
 *
 * <p>Facts from the Amazon SQS Developer Guide, "Amazon SQS visibility timeout".
 */
final class StoredMessage {
    /** From a receive until the message must be visible again, however often that was put off. */
    static final Duration LONGEST_INVISIBILITY = Duration.ofHours(12);

    /** Stands for the sender's principal id, which the simulator does not know. */
    private static final String SENDER = "AIDASIMULATEDSENDER00";

    private final String messageId;
    private final int copy;
    private final Outgoing content;
    private final Instant sent;
    private final Optional<String> deadLetterSource;
    private Instant visibleFrom;
    private int receiveCount;
    private int receivesHere;
    private @Nullable Instant firstReceived;
    private @Nullable Instant received;
    private @Nullable ReceiptHandle latest;

    StoredMessage(String messageId, int copy, Outgoing content, Instant sent) {
        this(messageId, copy, content, sent, Optional.empty());
    }

    private StoredMessage(
            String messageId, int copy, Outgoing content, Instant sent, Optional<String> deadLetterSource) {
        this.messageId = messageId;
        this.copy = copy;
        this.content = content;
        this.sent = sent;
        this.visibleFrom = sent;
        this.deadLetterSource = deadLetterSource;
    }

    /** Hides the message until this moment, before anybody received it. */
    void delayUntil(Instant moment) {
        visibleFrom = moment;
    }

    String body() {
        return content.body();
    }

    boolean visible(Instant now) {
        return !visibleFrom.isAfter(now);
    }

    boolean inFlight(Instant now) {
        return received != null && !visible(now);
    }

    boolean delayed(Instant now) {
        return received == null && !visible(now);
    }

    /** Whether it is too old; the age counts from the first sending, also in a dead-letter queue. */
    boolean expired(Instant now, Duration retention) {
        return !sent.plus(retention).isAfter(now);
    }

    /** How often it was received from the queue in which it lies. */
    int receivesHere() {
        return receivesHere;
    }

    /** Delivers the message and hides it; every earlier handle is an older one from now on. */
    Received receive(String queue, Instant now, Duration visibility, String salt) {
        receiveCount++;
        receivesHere++;
        received = now;
        firstReceived = firstReceived == null ? now : firstReceived;
        visibleFrom = now.plus(visibility);
        ReceiptHandle handle = new ReceiptHandle(queue, messageId, copy, receivesHere, salt);
        latest = handle;
        return new Received(
                messageId, handle.text(), content.body(), systemAttributes(firstReceived), content.attributes());
    }

    private Map<String, String> systemAttributes(Instant first) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("SenderId", SENDER);
        values.put("SentTimestamp", String.valueOf(sent.toEpochMilli()));
        values.put("ApproximateReceiveCount", String.valueOf(receiveCount));
        values.put("ApproximateFirstReceiveTimestamp", String.valueOf(first.toEpochMilli()));
        deadLetterSource.ifPresent(arn -> values.put("DeadLetterQueueSourceArn", arn));
        values.putAll(content.systemAttributes());
        return values;
    }

    boolean is(ReceiptHandle handle) {
        return messageId.equals(handle.messageId()) && copy == handle.copy();
    }

    boolean isLatest(ReceiptHandle handle) {
        return handle.equals(latest);
    }

    /**
     * Hides the message for this much longer from now on; zero shows it.
     *
     * @return false if that would be more than twelve hours after the receive
     */
    boolean hide(Instant now, Duration time) {
        Instant until = now.plus(time);
        if (received == null || until.isAfter(received.plus(LONGEST_INVISIBILITY))) {
            return false;
        }
        visibleFrom = until;
        return true;
    }

    /** The same message as it appears in a dead-letter queue. */
    StoredMessage redriven(String sourceArn, Instant now, boolean countingOn) {
        StoredMessage moved = new StoredMessage(messageId, copy, content, sent, Optional.of(sourceArn));
        moved.visibleFrom = now;
        if (countingOn) {
            moved.receiveCount = receiveCount;
            moved.firstReceived = firstReceived;
        }
        return moved;
    }
}
