package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** A queue as an event source mapping uses it: by Lambda's own pollers, so not counted as API calls of the account. */
public interface Source {
    /** The queue's ARN. */
    String arn();

    /** The queue's own visibility time-out. */
    Duration visibilityTimeout();

    /** Up to this many messages (1 to 10), hidden from now on, with all their system attributes; none if none is visible. */
    List<Message> receive(int max);

    /** Deletes a message received before. */
    void delete(String receiptHandle);
}
