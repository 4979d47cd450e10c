package dev.drainpipe.simulator.traffic;

import java.time.Duration;

/**
 * How much traffic there is, and of what kind.
 *
 * @param perSecond requests per second on average, at random moments; more than 0
 * @param mean how long a request takes on average, if none were cut to the longest
 * @param longest no request takes longer than this
 * @param sampling how often the counts are noted in the series
 */
public record TrafficSpec(double perSecond, Duration mean, Duration longest, Duration sampling) {
    public TrafficSpec {
        if (perSecond <= 0) {
            throw new IllegalArgumentException("Requests per second must be more than 0, not " + perSecond + ".");
        }
    }

    /** Requests of 200 ms on average and at most 5 s, noted each 10 s. */
    public static TrafficSpec perSecond(double requests) {
        return new TrafficSpec(requests, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** The same number of requests, which take this long. */
    public TrafficSpec lasting(Duration meanDuration, Duration longestDuration) {
        return new TrafficSpec(perSecond, meanDuration, longestDuration, sampling);
    }

    Duration meanGap() {
        return Duration.ofNanos((long) (1_000_000_000 / perSecond));
    }
}
