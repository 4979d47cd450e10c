package dev.drainpipe.message;

import java.time.Instant;

/**
 * One message as a queue handed it over, this time.
 *
 * @param messageId the same each time it is handed over
 * @param receiptHandle another one each time; the latest deletes it
 * @param body the text
 * @param sentAt when it was put on the queue
 * @param receiveCount how many times it was handed over, this time included
 */
public record Delivery(String messageId, String receiptHandle, String body, Instant sentAt, int receiveCount) {}
