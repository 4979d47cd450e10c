package dev.drainpipe.message;

import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import java.util.Map;
import java.util.function.Function;

/**
 * What SNS wraps around a message that it delivers without "raw message delivery" (Amazon SNS Developer Guide, "Amazon
 * SNS message and JSON formats"). The subject is never looked at: its wording has changed over the years.
 */
final class SnsEnvelope {
    private SnsEnvelope() {}

    /** Whether a document is such an envelope. */
    static boolean is(Map<String, Object> document) {
        return document.get("Message") instanceof String;
    }

    /** What the message inside is. */
    static LifecycleMessage open(Map<String, Object> envelope, Function<String, LifecycleMessage> inside) {
        Object type = envelope.getOrDefault("Type", "Notification");
        return type.equals("Notification")
                ? inside.apply(String.valueOf(envelope.get("Message")))
                : new Uninteresting("an SNS message of the type " + type);
    }
}
