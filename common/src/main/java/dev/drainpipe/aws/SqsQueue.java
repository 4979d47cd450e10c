package dev.drainpipe.aws;

import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Backlog;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** One SQS queue, in batches of ten. */
public final class SqsQueue implements Inbox, Outbox, Backlog {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    /** Amazon SQS API reference: the most messages of a receive, and the most entries of a batch. */
    private static final int BATCH = 10;

    /** A long poll asks all servers of the queue, a short one only some; one second is the shortest long poll. */
    private static final int WAIT_SECONDS = 1;

    private final SqsClient sqs;
    private final InstantSource clock;
    private final String url;

    SqsQueue(SqsClient sqs, InstantSource clock, String url) {
        this.sqs = sqs;
        this.clock = clock;
        this.url = url;
    }

    @Override
    public List<Delivery> receive(Duration hidden) {
        try {
            return AwsErrors.calling("receiving from " + url, () -> sqs.receiveMessage(receipt(hidden)))
                    .messages()
                    .stream()
                    .map(this::delivery)
                    .toList();
        } catch (AwsServiceException e) {
            if (AwsErrors.noQueue(e)) {
                throw new NoSuchQueue("there is no queue " + url, e);
            }
            throw e;
        }
    }

    private ReceiveMessageRequest receipt(Duration hidden) {
        return ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(BATCH)
                .waitTimeSeconds(WAIT_SECONDS)
                .visibilityTimeout(Math.toIntExact(hidden.toSeconds()))
                .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, MessageSystemAttributeName.SENT_TIMESTAMP)
                .build();
    }

    @Override
    public List<Delivery> delete(Collection<Delivery> done) {
        List<Delivery> kept = new ArrayList<>();
        for (List<Delivery> chunk : Chunks.of(done, BATCH)) {
            List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, chunk.size())
                    .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                            .id(String.valueOf(i))
                            .receiptHandle(chunk.get(i).receiptHandle())
                            .build())
                    .toList();
            try {
                AwsErrors.calling(
                                "deleting from " + url,
                                () -> sqs.deleteMessageBatch(
                                        request -> request.queueUrl(url).entries(entries)))
                        .failed()
                        .forEach(failure -> kept.add(chunk.get(Integer.parseInt(failure.id()))));
            } catch (TryLater e) {
                kept.addAll(chunk);
            }
        }
        return kept;
    }

    @Override
    public Map<String, String> send(List<Outgoing> messages) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (List<Outgoing> chunk : Chunks.of(messages, BATCH)) {
            List<SendMessageBatchRequestEntry> entries = IntStream.range(0, chunk.size())
                    .mapToObj(i -> entry(String.valueOf(i), chunk.get(i)))
                    .toList();
            try {
                AwsErrors.calling(
                                "sending to " + url,
                                () -> sqs.sendMessageBatch(
                                        request -> request.queueUrl(url).entries(entries)))
                        .failed()
                        .forEach(failure -> refused.put(
                                chunk.get(Integer.parseInt(failure.id())).id(), failure.code()));
            } catch (TryLater e) {
                chunk.forEach(message -> refused.put(message.id(), String.valueOf(e.getMessage())));
            }
        }
        return refused;
    }

    @Override
    public int messages() {
        Map<QueueAttributeName, String> counts = AwsErrors.calling(
                        "counting the messages of " + url,
                        () -> sqs.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(COUNTS)))
                .attributes();
        return COUNTS.stream()
                .mapToInt(name -> Integer.parseInt(counts.getOrDefault(name, "0")))
                .sum();
    }

    private static SendMessageBatchRequestEntry entry(String id, Outgoing message) {
        Map<String, MessageAttributeValue> attributes = message.attributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        attribute -> MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(attribute.getValue())
                                .build()));
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(message.body())
                .messageAttributes(attributes)
                .delaySeconds(Math.toIntExact(message.delay().toSeconds()))
                .build();
    }

    private Delivery delivery(Message message) {
        return new Delivery(
                message.messageId(),
                message.receiptHandle(),
                message.body(),
                attribute(message, MessageSystemAttributeName.SENT_TIMESTAMP)
                        .map(Instant::ofEpochMilli)
                        .orElseGet(clock::instant),
                Math.toIntExact(attribute(message, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                        .orElse(1L)));
    }

    private static Optional<Long> attribute(Message message, MessageSystemAttributeName name) {
        return Optional.ofNullable(message.attributes().get(name)).map(Long::valueOf);
    }
}
