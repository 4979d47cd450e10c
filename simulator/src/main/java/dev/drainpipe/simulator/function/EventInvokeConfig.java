package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What Lambda does with an asynchronous event whose function failed.
 *
 * @param maximumRetryAttempts 0 to 2 (Lambda API reference, PutFunctionEventInvokeConfig)
 * @param maximumEventAge 60 s to 6 h (same page)
 * @param onFailure takes the record of an event that is given up, such as a queue's send
 */
public record EventInvokeConfig(
        int maximumRetryAttempts, Duration maximumEventAge, Optional<Consumer<String>> onFailure) {
    private static final Duration YOUNGEST = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofHours(6);

    public EventInvokeConfig {
        if (maximumRetryAttempts < 0 || maximumRetryAttempts > 2) {
            throw new IllegalArgumentException("MaximumRetryAttempts " + maximumRetryAttempts + " is not 0, 1 or 2.");
        }
        if (maximumEventAge.compareTo(YOUNGEST) < 0 || maximumEventAge.compareTo(OLDEST) > 0) {
            throw new IllegalArgumentException(
                    "MaximumEventAgeInSeconds " + maximumEventAge.toSeconds() + " is not between 60 and 21600.");
        }
    }

    /** Lambda's own: two retries, six hours, no destination. */
    public static EventInvokeConfig defaults() {
        return new EventInvokeConfig(2, OLDEST, Optional.empty());
    }
}
