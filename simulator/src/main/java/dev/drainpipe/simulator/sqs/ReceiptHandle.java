package dev.drainpipe.simulator.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Names one receive of one stored message; opaque to clients.
 *
 * @param queue the queue's name
 * @param messageId of the message
 * @param copy tells duplicates of one message apart
 * @param receive the how-manieth receive of this copy it was
 * @param salt so that nobody can guess a handle
 */
record ReceiptHandle(String queue, String messageId, int copy, int receive, String salt) {
    /** Reads a handle that {@link #text} wrote; empty if it is none. */
    static Optional<ReceiptHandle> parse(String text) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split("/", -1);
            return parts.length == 5
                    ? Optional.of(new ReceiptHandle(
                            parts[0], parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        String plain = String.join("/", queue, messageId, String.valueOf(copy), String.valueOf(receive), salt);
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
