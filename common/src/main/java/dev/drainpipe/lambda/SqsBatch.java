package dev.drainpipe.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.drainpipe.document.Fields;
import dev.drainpipe.message.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an event source mapping hands over and wants back: a batch of messages, and which of them must come again (AWS
 * Lambda Developer Guide, "Implementing partial batch responses").
 */
public final class SqsBatch {
    private static final String RECORDS = "Records";

    private SqsBatch() {}

    /** Whether a function was invoked with a batch, and not with a scheduled input. */
    public static boolean is(Map<String, Object> payload) {
        return payload.containsKey(RECORDS);
    }

    /**
     * Reads an event without reflection.
     *
     * @throws dev.drainpipe.document.BadInput if it is not one
     */
    public static SQSEvent event(Map<String, Object> payload) {
        Fields fields = Fields.ofJson(payload);
        List<SQSMessage> records =
                fields.documents(RECORDS).stream().map(SqsBatch::message).toList();
        fields.finish("the SQS event");
        SQSEvent event = new SQSEvent();
        event.setRecords(records);
        return event;
    }

    /** The messages; when one was sent is now, if the event does not say. */
    public static List<Delivery> deliveries(SQSEvent event, Instant now) {
        return event.getRecords().stream()
                .map(message -> new Delivery(
                        message.getMessageId(),
                        message.getReceiptHandle(),
                        message.getBody(),
                        sentAt(message.getAttributes(), now),
                        Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"))))
                .toList();
    }

    /** The answer by which these messages, and no others, come again. */
    public static SQSBatchResponse response(Collection<String> failedMessageIds) {
        return new SQSBatchResponse(
                failedMessageIds.stream().map(BatchItemFailure::new).toList());
    }

    /** The answer's JSON. */
    public static Map<String, Object> payload(SQSBatchResponse response) {
        return Map.of(
                "batchItemFailures",
                response.getBatchItemFailures().stream()
                        .map(failure -> Map.of("itemIdentifier", failure.getItemIdentifier()))
                        .toList());
    }

    private static SQSMessage message(Fields fields) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(fields.text("messageId"));
        message.setReceiptHandle(fields.optionalText("receiptHandle").orElse(""));
        message.setBody(fields.optionalText("body").orElse(""));
        Fields attributes = fields.document("attributes");
        Map<String, String> values = new HashMap<>();
        for (String name : List.of("SentTimestamp", "ApproximateReceiveCount")) {
            attributes.optionalText(name).ifPresent(value -> values.put(name, value));
        }
        message.setAttributes(values);
        return message;
    }

    private static Instant sentAt(Map<String, String> attributes, Instant now) {
        String millis = attributes.get("SentTimestamp");
        return millis == null ? now : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
