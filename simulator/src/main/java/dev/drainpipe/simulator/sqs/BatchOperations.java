package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** The operations on up to ten messages at once. */
record BatchOperations(Queues queues) {
    /** Amazon SQS Developer Guide, "Amazon SQS message quotas": in bytes, over all entries. */
    private static final int LARGEST_BATCH = 1_048_576;

    void addTo(Operations operations) {
        operations
                .on(SendMessageBatchRequest.class, this::send)
                .on(DeleteMessageBatchRequest.class, this::delete)
                .on(ChangeMessageVisibilityBatchRequest.class, this::changeVisibility);
    }

    private SendMessageBatchResponse send(SendMessageBatchRequest request) {
        Sending sending = new Sending(queues.required(request.queueUrl()));
        Batch<SendMessageBatchRequestEntry> batch = new Batch<>(
                        request.entries(), SendMessageBatchRequestEntry::id, "SendMessageBatchRequestEntry")
                .checked();
        long bytes = request.entries().stream()
                .mapToLong(entry -> MessageRules.size(entry.messageBody(), entry.messageAttributes()))
                .sum();
        if (bytes > LARGEST_BATCH) {
            throw SqsErrors.batchTooLong(LARGEST_BATCH, bytes);
        }
        List<SendMessageBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed =
                batch.each(entry -> successful.add(result(entry.id(), sending.send(Sending.alone(entry)))));
        return SendMessageBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    private static SendMessageBatchResultEntry result(String id, Sending.Receipt receipt) {
        return SendMessageBatchResultEntry.builder()
                .id(id)
                .messageId(receipt.messageId())
                .md5OfMessageBody(receipt.md5OfBody())
                .md5OfMessageAttributes(receipt.md5OfAttributes())
                .md5OfMessageSystemAttributes(receipt.md5OfSystemAttributes())
                .build();
    }

    private DeleteMessageBatchResponse delete(DeleteMessageBatchRequest request) {
        Queue queue = queues.required(request.queueUrl());
        List<DeleteMessageBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new Batch<>(
                        request.entries(), DeleteMessageBatchRequestEntry::id, "DeleteMessageBatchRequestEntry")
                .checked()
                .each(entry -> {
                    queue.delete(Parameters.required(entry.receiptHandle(), "ReceiptHandle"));
                    successful.add(DeleteMessageBatchResultEntry.builder()
                            .id(entry.id())
                            .build());
                });
        return DeleteMessageBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }

    private ChangeMessageVisibilityBatchResponse changeVisibility(ChangeMessageVisibilityBatchRequest request) {
        Queue queue = queues.required(request.queueUrl());
        List<ChangeMessageVisibilityBatchResultEntry> successful = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new Batch<>(
                        request.entries(),
                        ChangeMessageVisibilityBatchRequestEntry::id,
                        "ChangeMessageVisibilityBatchRequestEntry")
                .checked()
                .each(entry -> {
                    Duration time = Parameters.required(
                            Parameters.visibility(entry.visibilityTimeout()).orElse(null), "VisibilityTimeout");
                    queue.changeVisibility(Parameters.required(entry.receiptHandle(), "ReceiptHandle"), time);
                    successful.add(ChangeMessageVisibilityBatchResultEntry.builder()
                            .id(entry.id())
                            .build());
                });
        return ChangeMessageVisibilityBatchResponse.builder()
                .successful(successful)
                .failed(failed)
                .build();
    }
}
