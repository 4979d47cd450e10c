package dev.drainpipe.port;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A queue to put messages on. */
@FunctionalInterface
public interface Outbox {
    /**
     * Sends the messages, each on its own: some may be accepted and others not.
     *
     * @return the ids of those that were not accepted, each with why
     */
    Map<String, String> send(List<Outgoing> messages);

    /**
     * One message to send.
     *
     * @param id tells the messages of one call apart; never sent
     * @param body the text
     * @param attributes string attributes to send along
     * @param delay how long nobody receives it; at most 15 minutes (Amazon SQS API reference, SendMessage)
     */
    record Outgoing(String id, String body, Map<String, String> attributes, Duration delay) {
        /** A message that can be received at once. */
        public Outgoing(String id, String body, Map<String, String> attributes) {
            this(id, body, attributes, Duration.ZERO);
        }

        public Outgoing {
            attributes = Map.copyOf(attributes);
        }
    }
}
