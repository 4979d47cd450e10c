package dev.drainpipe.simulator;

import dev.drainpipe.simulator.function.Source;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.sqs.Received;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** A simulated queue, as Lambda's pollers use it. */
final class QueueSource implements Source {
    private final Queue queue;

    QueueSource(Queue queue) {
        this.queue = queue;
    }

    @Override
    public String arn() {
        return queue.arn();
    }

    @Override
    public Duration visibilityTimeout() {
        return queue.visibilityTimeout();
    }

    @Override
    public List<Message> receive(int max) {
        return queue.receive(max).stream().map(QueueSource::message).toList();
    }

    @Override
    public void delete(String receiptHandle) {
        queue.delete(receiptHandle);
    }

    private static Message message(Received received) {
        return Message.builder()
                .messageId(received.messageId())
                .receiptHandle(received.receiptHandle())
                .body(received.body())
                .md5OfBody(received.md5OfBody())
                .attributesWithStrings(received.systemAttributes())
                .messageAttributes(received.attributes())
                .build();
    }
}
