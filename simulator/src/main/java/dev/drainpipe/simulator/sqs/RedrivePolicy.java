package dev.drainpipe.simulator.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;

/**
 * When a message goes to which dead-letter queue: once it was received more often than this.
 *
 * @param deadLetterTargetArn of a standard queue in the same account and Region
 * @param maxReceiveCount 1 to 1000
 */
record RedrivePolicy(String deadLetterTargetArn, int maxReceiveCount) {
    /** What SQS takes where the policy names no count (Amazon SQS API reference, SetQueueAttributes). */
    private static final int DEFAULT_COUNT = 10;

    private static final int LARGEST_COUNT = 1000;

    /** Reads the attribute's JSON. */
    static RedrivePolicy parse(String json) {
        Map<String, Object> policy = members(json);
        Object arn = policy.get("deadLetterTargetArn");
        if (arn == null) {
            throw bad(json, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        }
        int count = count(json, policy.getOrDefault("maxReceiveCount", DEFAULT_COUNT));
        if (count < 1 || count > LARGEST_COUNT) {
            throw bad(
                    json,
                    "Invalid value for maxReceiveCount: %d, valid values are from 1 to 1000 both inclusive."
                            .formatted(count));
        }
        return new RedrivePolicy(arn.toString(), count);
    }

    private static Map<String, Object> members(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw bad(json, "Redrive policy is not a valid JSON map.");
        }
    }

    private static int count(String json, Object value) {
        try {
            return Integer.parseInt(value.toString());
        } catch (NumberFormatException e) {
            throw bad(json, "Invalid value for maxReceiveCount: %s.".formatted(value));
        }
    }

    static RuntimeException bad(String json, String reason) {
        return SqsErrors.invalid(json, "RedrivePolicy", reason);
    }
}
