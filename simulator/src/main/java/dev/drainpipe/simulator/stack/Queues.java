package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.Source;
import java.util.Map;

/** Creates queues; what a deployment needs of SQS. */
@FunctionalInterface
public interface Queues {
    /** Creates a queue with attributes as CreateQueue takes them. */
    Created create(String name, Map<String, String> attributes);

    /**
     * A queue as the rest of the stack uses it.
     *
     * @param url what {@code Ref} gives
     * @param source how Lambda's pollers use it
     */
    record Created(String url, Source source, Sending sending) {}

    /** Puts a message into the queue, by AWS's own hand. */
    @FunctionalInterface
    interface Sending {
        void send(String body);
    }
}
