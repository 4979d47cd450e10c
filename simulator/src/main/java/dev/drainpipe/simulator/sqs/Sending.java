package dev.drainpipe.simulator.sqs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Puts a message in a queue after all checks; the same for a single message and for an entry of a batch. */
record Sending(Queue queue) {
    /** What the sender is told. */
    record Receipt(
            String messageId,
            String md5OfBody,
            @Nullable String md5OfAttributes,
            @Nullable String md5OfSystemAttributes) {}

    Receipt send(SendMessageRequest request) {
        String body = Parameters.required(request.messageBody(), "MessageBody");
        Parameters.fifoOnly(request.messageDeduplicationId(), "MessageDeduplicationId");
        MessageRules.checkBody(body);
        MessageRules.checkAttributes(request.messageAttributes());
        int most = queue.attributes().maximumMessageSize();
        if (MessageRules.size(body, request.messageAttributes()) > most) {
            throw SqsErrors.invalid("One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
                    .formatted(most));
        }
        Map<String, MessageAttributeValue> system = asAttributes(request.messageSystemAttributesAsStrings());
        String messageId = queue.send(new Outgoing(
                body,
                request.messageAttributes(),
                systemAttributes(system, Optional.ofNullable(request.messageGroupId())),
                Parameters.delay(request.delaySeconds())));
        return new Receipt(
                messageId,
                MessageMd5.ofBody(body),
                MessageMd5.ofAttributes(request.messageAttributes()).orElse(null),
                MessageMd5.ofAttributes(system).orElse(null));
    }

    /** An entry of a batch, as if it had been sent alone. */
    static SendMessageRequest alone(SendMessageBatchRequestEntry entry) {
        return SendMessageRequest.builder()
                .messageBody(entry.messageBody())
                .delaySeconds(entry.delaySeconds())
                .messageAttributes(entry.messageAttributes())
                .messageSystemAttributesWithStrings(entry.messageSystemAttributesAsStrings())
                .messageDeduplicationId(entry.messageDeduplicationId())
                .messageGroupId(entry.messageGroupId())
                .build();
    }

    private static Map<String, String> systemAttributes(
            Map<String, MessageAttributeValue> sent, Optional<String> group) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> values.put(name, value.stringValue()));
        group.ifPresent(id -> values.put("MessageGroupId", id));
        return values;
    }

    private static Map<String, MessageAttributeValue> asAttributes(Map<String, MessageSystemAttributeValue> sent) {
        Map<String, MessageAttributeValue> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (!name.equals("AWSTraceHeader") || !"String".equals(value.dataType())) {
                throw SqsErrors.invalid("Message system attribute name '%s' is invalid.".formatted(name));
            }
            values.put(
                    name,
                    MessageAttributeValue.builder()
                            .dataType(value.dataType())
                            .stringValue(Parameters.required(value.stringValue(), name))
                            .build());
        });
        return values;
    }
}
