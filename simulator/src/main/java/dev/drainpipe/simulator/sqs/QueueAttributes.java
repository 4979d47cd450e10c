package dev.drainpipe.simulator.sqs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a queue was told about itself: the settable attributes, checked.
 *
 * <p>Names, ranges and defaults: Amazon SQS API reference, CreateQueue and SetQueueAttributes. Policies and encryption
 * keys are kept but have no effect; changes take effect at once, where SQS takes up to a minute.
 *
 * @param values by attribute name, with the defaults of those that have one
 */
record QueueAttributes(Map<String, String> values) {
    /** An attribute that is a whole number. */
    private record Range(int least, int most, int standard) {}

    private static final Map<String, Range> NUMBERS = Map.of(
            "VisibilityTimeout", new Range(0, 43_200, 30),
            "DelaySeconds", new Range(0, 900, 0),
            "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
            "ReceiveMessageWaitTimeSeconds", new Range(0, 20, 0),
            "MaximumMessageSize", new Range(1024, 1_048_576, 1_048_576),
            "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400, 300));

    private static final Set<String> TEXTS =
            Set.of("Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId", "SqsManagedSseEnabled");

    private static final Set<String> FIFO_ONLY =
            Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");

    QueueAttributes {
        values = new LinkedHashMap<>(values);
    }

    /** What a queue has when nothing is asked for. */
    static QueueAttributes standard() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : new String[] {
            "VisibilityTimeout",
            "MaximumMessageSize",
            "MessageRetentionPeriod",
            "DelaySeconds",
            "ReceiveMessageWaitTimeSeconds"
        }) {
            values.put(name, String.valueOf(number(name).standard()));
        }
        values.put("SqsManagedSseEnabled", "true");
        return new QueueAttributes(values);
    }

    /** The same with these set; an empty text takes an attribute without a default away. */
    QueueAttributes with(Map<String, String> changed) {
        Map<String, String> merged = new LinkedHashMap<>(values);
        changed.forEach((name, value) -> {
            check(name, value);
            if (value.isEmpty()) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return new QueueAttributes(merged);
    }

    private static void check(String name, String value) {
        if (FIFO_ONLY.contains(name)) {
            throw SqsErrors.notPlayed("FIFO queues: the attribute " + name + " is refused");
        } else if (NUMBERS.containsKey(name)) {
            checkNumber(name, value);
        } else if (!TEXTS.contains(name)) {
            throw SqsErrors.unknownAttribute(name);
        } else if (name.equals("RedrivePolicy") && !value.isEmpty()) {
            RedrivePolicy.parse(value);
        }
    }

    private static void checkNumber(String name, String value) {
        Range range = number(name);
        try {
            int number = Integer.parseInt(value);
            if (number < range.least() || number > range.most()) {
                throw SqsErrors.badAttribute(name);
            }
        } catch (NumberFormatException e) {
            throw SqsErrors.badAttribute(name);
        }
    }

    private static Range number(String name) {
        return Optional.ofNullable(NUMBERS.get(name)).orElseThrow();
    }

    /** How long a received message stays hidden. */
    Duration visibilityTimeout() {
        return seconds("VisibilityTimeout");
    }

    /** How long a sent message stays hidden. */
    Duration delay() {
        return seconds("DelaySeconds");
    }

    /** How long a message is kept, from its first sending. */
    Duration retention() {
        return seconds("MessageRetentionPeriod");
    }

    /** How long a receive waits that does not say itself. */
    Duration receiveWait() {
        return seconds("ReceiveMessageWaitTimeSeconds");
    }

    /** In bytes. */
    int maximumMessageSize() {
        return Integer.parseInt(value("MaximumMessageSize"));
    }

    /** Where messages go that are received too often, if anywhere. */
    Optional<RedrivePolicy> redrive() {
        return Optional.ofNullable(values.get("RedrivePolicy")).map(RedrivePolicy::parse);
    }

    private Duration seconds(String name) {
        return Duration.ofSeconds(Long.parseLong(value(name)));
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }
}
