package dev.drainpipe.simulator.stack;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code AWS::SQS::Queue}: its properties bear the names of SQS's own attributes. */
final class QueueResource {
    private static final Set<String> ATTRIBUTES = Set.of(
            "VisibilityTimeout",
            "MessageRetentionPeriod",
            "DelaySeconds",
            "ReceiveMessageWaitTimeSeconds",
            "MaximumMessageSize",
            "SqsManagedSseEnabled",
            "KmsMasterKeyId",
            "RedrivePolicy",
            "RedriveAllowPolicy");

    private QueueResource() {}

    /** The attributes as CreateQueue takes them: texts, with policies as JSON. */
    static Map<String, String> attributes(Properties queue) {
        Map<String, String> attributes = new TreeMap<>();
        queue.onlyKnown(ATTRIBUTES)
                .values()
                .forEach((name, value) -> attributes.put(String.valueOf(name), text(value)));
        return attributes;
    }

    private static String text(Object value) {
        try {
            return value instanceof Map ? JSON.std.asString(value) : String.valueOf(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
