package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What SQS demands of the parameters of a request (Amazon SQS API reference, the valid ranges of each action). */
final class Parameters {
    private static final int LONGEST_VISIBILITY = 43_200;
    private static final int LONGEST_DELAY = 900;
    private static final int LONGEST_WAIT = 20;
    private static final int MOST_MESSAGES = 10;

    private Parameters() {}

    /** The value, which may not be missing or empty. */
    static <T> T required(@Nullable T value, String parameter) {
        if (value == null || value.toString().isEmpty()) {
            throw SqsErrors.missing(parameter);
        }
        return value;
    }

    static Optional<Duration> visibility(@Nullable Integer seconds) {
        return seconds(seconds, "VisibilityTimeout", LONGEST_VISIBILITY, "Must be between 0 and 43200, if provided.");
    }

    static Optional<Duration> delay(@Nullable Integer seconds) {
        return seconds(seconds, "DelaySeconds", LONGEST_DELAY, "DelaySeconds must be >= 0 and <= 900.");
    }

    static Optional<Duration> receiveWait(@Nullable Integer seconds) {
        return seconds(seconds, "WaitTimeSeconds", LONGEST_WAIT, "Must be >= 0 and <= 20, if provided.");
    }

    /** How many messages to receive; one if not said. */
    static int maxMessages(@Nullable Integer number) {
        int max = number == null ? 1 : number;
        if (max < 1 || max > MOST_MESSAGES) {
            throw SqsErrors.invalid(max, "MaxNumberOfMessages", "Must be between 1 and 10, if provided.");
        }
        return max;
    }

    private static Optional<Duration> seconds(@Nullable Integer value, String parameter, int most, String reason) {
        if (value != null && (value < 0 || value > most)) {
            throw SqsErrors.invalid(value, parameter, reason);
        }
        return Optional.ofNullable(value).map(Duration::ofSeconds);
    }

    /** Refuses a parameter that belongs to FIFO queues. */
    static void fifoOnly(@Nullable String value, String parameter) {
        if (value != null) {
            throw notForStandardQueues(value, parameter);
        }
    }

    private static AwsError notForStandardQueues(String value, String parameter) {
        return SqsErrors.invalid(
                value, parameter, "The request include parameter that is not valid for this queue type");
    }
}
