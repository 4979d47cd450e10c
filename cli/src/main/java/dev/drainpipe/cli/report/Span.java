package dev.drainpipe.cli.report;

import java.time.Duration;
import java.time.Instant;

/** A value that held from one moment (inclusive) to another (exclusive). */
public record Span<T>(Instant from, Instant to, T value) {
    public Duration length() {
        return Duration.between(from, to);
    }
}
