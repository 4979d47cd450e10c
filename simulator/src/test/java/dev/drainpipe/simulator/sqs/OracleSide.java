package dev.drainpipe.simulator.sqs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * One of the two implementations that are asked the same: its client, and the receipt handles that only it understands.
 *
 * <p>Answers are texts without what must differ: ids, handles, hosts, times.
 */
final class OracleSide {
    private final SqsClient client;
    private final String urlPrefix;
    private final Map<String, String> handles = new HashMap<>();
    private final Map<String, String> olderHandles = new HashMap<>();

    OracleSide(SqsClient client, String urlPrefix) {
        this.client = client;
        this.urlPrefix = urlPrefix;
    }

    SqsClient client() {
        return client;
    }

    String url(String queue) {
        return urlPrefix + queue;
    }

    /**
     * The latest handle that this queue gave for the message with this body, or one that cannot be read. Never one of
     * another queue: ElasticMQ takes a handle of a queue for the message after its move to the dead-letter queue.
     */
    String handle(String queue, String body) {
        return handles.getOrDefault(queue + body, "nonsense");
    }

    /** The handle before the latest one, or one that cannot be read. */
    String olderHandle(String queue, String body) {
        return olderHandles.getOrDefault(queue + body, "nonsense");
    }

    /** What the call answers, or its error. */
    String answer(Function<OracleSide, String> call) {
        try {
            return call.apply(this);
        } catch (SqsException error) {
            return "error " + error.statusCode() + " " + error.awsErrorDetails().errorCode();
        }
    }

    /** A queue's messages by body, with what the sender said and how often each was received; keeps the handles. */
    String messages(String queue, List<Message> messages) {
        Map<String, String> seen = new TreeMap<>();
        for (Message message : messages) {
            String older = handles.put(queue + message.body(), message.receiptHandle());
            if (older != null) {
                olderHandles.put(queue + message.body(), older);
            }
            Map<String, String> system = new TreeMap<>(message.attributesAsStrings());
            system.keySet().retainAll(List.of("ApproximateReceiveCount", "DeadLetterQueueSourceArn"));
            seen.put(
                    message.body(),
                    "%s %s %s %s"
                            .formatted(
                                    message.md5OfBody(),
                                    system,
                                    new TreeMap<>(message.messageAttributes()),
                                    message.md5OfMessageAttributes()));
        }
        return seen.toString();
    }
}
