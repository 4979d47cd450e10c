package dev.drainpipe.simulator.fault;

import java.time.Duration;
import java.time.Instant;

/** A token bucket in virtual time: full at first, a token per call, refilled steadily. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Rate rate;
    private double tokens;
    private Instant filled = Instant.MIN;

    /**
     * How much a bucket holds, and gets.
     *
     * @param size how many calls can come at once
     * @param perSecond how many calls can come for ever
     */
    record Rate(int size, double perSecond) {}

    TokenBucket(Rate rate) {
        this.rate = rate;
        this.tokens = rate.size();
    }

    boolean hasToken(Instant now) {
        if (filled.isBefore(now) && filled.isAfter(Instant.MIN)) {
            double seconds = Duration.between(filled, now).toNanos() / NANOS_PER_SECOND;
            tokens = Math.min(rate.size(), tokens + seconds * rate.perSecond());
        }
        filled = now;
        return tokens >= 1;
    }

    void take() {
        tokens--;
    }
}
