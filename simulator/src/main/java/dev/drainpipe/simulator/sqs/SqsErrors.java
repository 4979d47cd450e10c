package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.Locale;

/**
 * The errors of SQS, with the codes that clients see: those of the Query protocol, which the JSON protocol repeats in a
 * header (Amazon SQS Developer Guide, "Making requests using the AWS JSON protocol").
 */
final class SqsErrors {
    private static final String PREFIX = "AWS.SimpleQueueService.";

    private SqsErrors() {}

    static AwsError noSuchQueue() {
        return AwsError.sender(PREFIX + "NonExistentQueue", "The specified queue does not exist.");
    }

    static AwsError badAddress(String url) {
        return AwsError.of(404, "InvalidAddress", "The address %s is not valid for this endpoint.".formatted(url));
    }

    static AwsError nameTaken(String attribute) {
        return AwsError.sender(
                "QueueAlreadyExists",
                "A queue already exists with the same name and a different value for attribute " + attribute);
    }

    static AwsError deletedRecently() {
        return AwsError.sender(
                PREFIX + "QueueDeletedRecently",
                "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
    }

    static AwsError purgeInProgress(String queue) {
        return AwsError.of(
                403,
                PREFIX + "PurgeQueueInProgress",
                "Only one PurgeQueue operation on %s is allowed every 60 seconds.".formatted(queue));
    }

    static AwsError missing(String parameter) {
        return AwsError.sender("MissingParameter", "The request must contain the parameter %s.".formatted(parameter));
    }

    static AwsError invalid(Object value, String parameter, String reason) {
        return invalid("Value %s for parameter %s is invalid. Reason: %s".formatted(value, parameter, reason));
    }

    static AwsError invalid(String text) {
        return AwsError.sender("InvalidParameterValue", text);
    }

    static AwsError unknownAttribute(String name) {
        return AwsError.sender("InvalidAttributeName", "Unknown Attribute %s.".formatted(name));
    }

    static AwsError badAttribute(String name) {
        return AwsError.sender("InvalidAttributeValue", "Invalid value for the parameter %s.".formatted(name));
    }

    static AwsError badHandle() {
        return AwsError.sender("ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
    }

    static AwsError notInFlight(String handle) {
        return AwsError.sender(
                PREFIX + "MessageNotInflight",
                "Value %s for parameter ReceiptHandle is invalid. Reason: Message is not in flight.".formatted(handle));
    }

    static AwsError overLimit(int limit) {
        return AwsError.of(403, "OverLimit", "Too many messages in flight: the queue's limit is %d.".formatted(limit));
    }

    static AwsError emptyBatch(String entry) {
        return AwsError.sender(
                PREFIX + "EmptyBatchRequest", "There should be at least one %s in the request.".formatted(entry));
    }

    static AwsError batchTooLarge(int entries) {
        return AwsError.sender(
                PREFIX + "TooManyEntriesInBatchRequest",
                "Maximum number of entries per request are 10. You have sent %d.".formatted(entries));
    }

    static AwsError idRepeated(String id) {
        return AwsError.sender(PREFIX + "BatchEntryIdsNotDistinct", "Id %s repeated.".formatted(id));
    }

    static AwsError badBatchId() {
        return AwsError.sender(
                PREFIX + "InvalidBatchEntryId",
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                        + "It can be at most 80 letters long.");
    }

    static AwsError batchTooLong(int limit, long bytes) {
        return AwsError.sender(
                PREFIX + "BatchRequestTooLong",
                "Batch requests cannot be longer than %d bytes. You have sent %d bytes.".formatted(limit, bytes));
    }

    static AwsError badCharacter(int codePoint) {
        return AwsError.sender(
                "InvalidMessageContents",
                ("Invalid binary character '#x%s' was found in the message body, the set of allowed characters is "
                                + "#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF")
                        .formatted(Integer.toHexString(codePoint).toUpperCase(Locale.ROOT)));
    }

    static AwsError notPlayed(String what) {
        return AwsError.sender(PREFIX + "UnsupportedOperation", "The simulator does not play " + what + ".");
    }
}
