package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.NothingYet;
import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * The operations on single messages.
 *
 * <p>Facts from the Amazon SQS API reference, SendMessage, ReceiveMessage, DeleteMessage, ChangeMessageVisibility.
 */
record MessageOperations(Queues queues) {
    void addTo(Operations operations) {
        operations
                .on(SendMessageRequest.class, this::send)
                .on(ReceiveMessageRequest.class, this::receive)
                .on(DeleteMessageRequest.class, this::delete)
                .on(ChangeMessageVisibilityRequest.class, this::changeVisibility);
    }

    private SendMessageResponse send(SendMessageRequest request) {
        Sending.Receipt receipt = new Sending(queues.required(request.queueUrl())).send(request);
        return SendMessageResponse.builder()
                .messageId(receipt.messageId())
                .md5OfMessageBody(receipt.md5OfBody())
                .md5OfMessageAttributes(receipt.md5OfAttributes())
                .md5OfMessageSystemAttributes(receipt.md5OfSystemAttributes())
                .build();
    }

    private ReceiveMessageResponse receive(ReceiveMessageRequest request) {
        Queue queue = queues.required(request.queueUrl());
        int max = Parameters.maxMessages(request.maxNumberOfMessages());
        Duration visibility = Parameters.visibility(request.visibilityTimeout())
                .orElse(queue.attributes().visibilityTimeout());
        Duration wait = Parameters.receiveWait(request.waitTimeSeconds())
                .orElse(queue.attributes().receiveWait());
        Parameters.fifoOnly(request.receiveRequestAttemptId(), "ReceiveRequestAttemptId");
        AttributeFilter filter = AttributeFilter.of(request);
        List<Received> received = wait.isZero() ? queue.shortPoll(max, visibility) : queue.longPoll(max, visibility);
        if (received.isEmpty()) {
            throw new NothingYet(wait, ReceiveMessageResponse.builder().build());
        }
        return ReceiveMessageResponse.builder()
                .messages(received.stream().map(filter::message).toList())
                .build();
    }

    private DeleteMessageResponse delete(DeleteMessageRequest request) {
        Queue queue = queues.required(request.queueUrl());
        queue.delete(Parameters.required(request.receiptHandle(), "ReceiptHandle"));
        return DeleteMessageResponse.builder().build();
    }

    private ChangeMessageVisibilityResponse changeVisibility(ChangeMessageVisibilityRequest request) {
        Queue queue = queues.required(request.queueUrl());
        Duration time = Parameters.required(
                Parameters.visibility(request.visibilityTimeout()).orElse(null), "VisibilityTimeout");
        queue.changeVisibility(Parameters.required(request.receiptHandle(), "ReceiptHandle"), time);
        return ChangeMessageVisibilityResponse.builder().build();
    }
}
