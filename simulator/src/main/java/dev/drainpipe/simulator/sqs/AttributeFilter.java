package dev.drainpipe.simulator.sqs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Which attributes a receive wants to see (Amazon SQS API reference, ReceiveMessage).
 *
 * @param system names of SQS's own attributes, or {@code All}
 * @param own names of the sender's attributes, {@code All}, {@code .*}, or a beginning followed by {@code .*}
 */
record AttributeFilter(Set<String> system, List<String> own) {
    /** What the request asks for, under the old name and the new: old clients still use {@code AttributeNames}. */
    @SuppressWarnings("deprecation")
    static AttributeFilter of(ReceiveMessageRequest request) {
        Set<String> system = new LinkedHashSet<>(request.messageSystemAttributeNamesAsStrings());
        system.addAll(request.attributeNamesAsStrings());
        for (String name : system) {
            if (MessageSystemAttributeName.fromValue(name) == MessageSystemAttributeName.UNKNOWN_TO_SDK_VERSION) {
                throw SqsErrors.unknownAttribute(name);
            }
        }
        return new AttributeFilter(system, request.messageAttributeNames());
    }

    /** The message with what is wanted. */
    Message message(Received received) {
        Map<String, String> systemValues = new LinkedHashMap<>(received.systemAttributes());
        systemValues.keySet().removeIf(name -> !system.contains("All") && !system.contains(name));
        Map<String, MessageAttributeValue> values = new LinkedHashMap<>(received.attributes());
        values.keySet().removeIf(name -> !wanted(name));
        Message.Builder message = Message.builder()
                .messageId(received.messageId())
                .receiptHandle(received.receiptHandle())
                .md5OfBody(received.md5OfBody())
                .body(received.body())
                .md5OfMessageAttributes(MessageMd5.ofAttributes(values).orElse(null));
        if (!systemValues.isEmpty()) {
            message.attributesWithStrings(systemValues);
        }
        return (values.isEmpty() ? message : message.messageAttributes(values)).build();
    }

    private boolean wanted(String name) {
        return own.stream()
                .anyMatch(want -> want.equals("All")
                        || want.equals(name)
                        || (want.endsWith(".*") && name.startsWith(want.substring(0, want.length() - 2))));
    }
}
