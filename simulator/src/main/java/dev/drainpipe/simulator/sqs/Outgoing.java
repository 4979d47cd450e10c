package dev.drainpipe.simulator.sqs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * A message as its sender hands it over.
 *
 * @param attributes the sender's own, by name
 * @param systemAttributes those that it set for SQS, such as {@code AWSTraceHeader}, and its message group
 * @param delay empty for the queue's own
 */
record Outgoing(
        String body,
        Map<String, MessageAttributeValue> attributes,
        Map<String, String> systemAttributes,
        Optional<Duration> delay) {
    Outgoing {
        attributes = new LinkedHashMap<>(attributes);
        systemAttributes = new LinkedHashMap<>(systemAttributes);
    }

    /** A message that is nothing but its body. */
    static Outgoing of(String body) {
        return new Outgoing(body, Map.of(), Map.of(), Optional.empty());
    }
}
