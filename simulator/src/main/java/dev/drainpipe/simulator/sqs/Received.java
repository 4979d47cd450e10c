package dev.drainpipe.simulator.sqs;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * A message as one receive delivered it.
 *
 * @param receiptHandle good until the message is received again
 * @param systemAttributes all of SQS's own, by name, such as {@code ApproximateReceiveCount}
 * @param attributes the sender's own
 */
public record Received(
        String messageId,
        String receiptHandle,
        String body,
        Map<String, String> systemAttributes,
        Map<String, MessageAttributeValue> attributes) {
    public Received {
        systemAttributes = new LinkedHashMap<>(systemAttributes);
        attributes = new LinkedHashMap<>(attributes);
    }

    /** In lower-case hexadecimal. */
    public String md5OfBody() {
        return MessageMd5.ofBody(body);
    }
}
