package dev.drainpipe.simulator.wire;

import java.util.Map;

/**
 * Answers which {@code __type} a JSON error carries.
 *
 * <p>SQS moved from Query to JSON: an error has the old code, which clients see, and a shape of the JSON model, by
 * which SDKs choose the exception (Amazon SQS Developer Guide, "Making requests using the AWS JSON protocol").
 */
final class JsonErrors {
    private static final String OLD_PREFIX = "AWS.SimpleQueueService.";

    /** Where the old code is not simply the shape's name behind the prefix. */
    private static final Map<String, String> SQS_SHAPES = Map.of(
            "AWS.SimpleQueueService.NonExistentQueue", "com.amazonaws.sqs#QueueDoesNotExist",
            "QueueAlreadyExists", "com.amazonaws.sqs#QueueNameExists",
            "InvalidParameterValue", "com.amazon.coral.service#InvalidParameterValueException",
            "MissingParameter", "com.amazon.coral.service#MissingRequiredParameterException");

    private JsonErrors() {}

    /** The type of an error with this code, for this service. */
    static String type(ServiceId service, String code) {
        if (service != ServiceId.SQS) {
            return code;
        }
        String shape = code.startsWith(OLD_PREFIX) ? code.substring(OLD_PREFIX.length()) : code;
        return SQS_SHAPES.getOrDefault(code, "com.amazonaws.sqs#" + shape);
    }
}
