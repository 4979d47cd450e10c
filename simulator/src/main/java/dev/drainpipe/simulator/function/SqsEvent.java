package dev.drainpipe.simulator.function;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The event that Lambda makes of a batch of messages (Lambda developer guide, "Using Lambda with Amazon SQS"). */
record SqsEvent(String queueArn, List<Message> messages) {
    String toJson() {
        List<Object> records = new ArrayList<>();
        messages.forEach(message -> records.add(item(message)));
        return Documents.write(Map.of("Records", records));
    }

    private Map<String, Object> item(Message message) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("messageId", message.messageId());
        item.put("receiptHandle", message.receiptHandle());
        item.put("body", message.body());
        item.put("attributes", new TreeMap<>(message.attributesAsStrings()));
        item.put("messageAttributes", messageAttributes(message));
        item.put("md5OfBody", message.md5OfBody());
        item.put("eventSource", "aws:sqs");
        item.put("eventSourceARN", queueArn);
        item.put("awsRegion", queueArn.split(":", -1)[3]);
        return item;
    }

    private static Map<String, Object> messageAttributes(Message message) {
        Map<String, Object> attributes = new TreeMap<>();
        message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static Map<String, Object> attribute(MessageAttributeValue value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        if (value.stringValue() != null) {
            attribute.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            attribute.put(
                    "binaryValue",
                    Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        }
        attribute.put("stringListValues", List.of());
        attribute.put("binaryListValues", List.of());
        attribute.put("dataType", value.dataType());
        return attribute;
    }
}
