package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.Source;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.sqs.Received;
import dev.drainpipe.simulator.sqs.Sqs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;

/** Creates a stack's queues in the simulated SQS, and lets Lambda's pollers at them. */
public final class SqsQueues implements Queues {
    private final Sqs sqs;

    public SqsQueues(Sqs sqs) {
        this.sqs = sqs;
    }

    @Override
    public Created create(String name, Map<String, String> attributes) {
        Queue queue = sqs.create(name, attributes);
        return new Created(queue.url(), new Polled(queue), queue::send);
    }

    private record Polled(Queue queue) implements Source {
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
            return queue.receive(max).stream().map(Polled::message).toList();
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
}
