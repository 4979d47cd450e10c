package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How an event source mapping feeds its function (Lambda API reference, CreateEventSourceMapping).
 *
 * @param function the function's name
 * @param batchSize 1 to 10,000; above 10 only with a batching window
 * @param batchingWindow 0 to 300 s: how long it gathers before it invokes
 * @param maximumConcurrency 2 to 1,000 invocations at once, or empty
 * @param reportBatchItemFailures whether the function names the messages that failed
 */
public record MappingSettings(
        String function,
        int batchSize,
        Duration batchingWindow,
        OptionalInt maximumConcurrency,
        boolean reportBatchItemFailures) {
    public MappingSettings {
        require(batchSize >= 1 && batchSize <= 10_000, "BatchSize " + batchSize + " is not between 1 and 10000.");
        require(
                batchingWindow.toSeconds() >= 0 && batchingWindow.toSeconds() <= 300,
                "MaximumBatchingWindowInSeconds " + batchingWindow.toSeconds() + " is not between 0 and 300.");
        require(
                batchSize <= 10 || !batchingWindow.isZero(),
                "BatchSize " + batchSize + " needs a MaximumBatchingWindowInSeconds of at least 1.");
        maximumConcurrency.ifPresent(most ->
                require(most >= 2 && most <= 1000, "MaximumConcurrency " + most + " is not between 2 and 1000."));
    }

    private static void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException(problem);
        }
    }
}
