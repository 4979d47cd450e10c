package dev.drainpipe.cli.report;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a report covers.
 *
 * @param start its beginning
 * @param scaleIn the moment that the report calls 0:00
 * @param end its end, not before its start
 */
public record Window(Instant start, Instant scaleIn, Instant end) {
    public Window {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A window cannot end before it starts: " + start + " to " + end);
        }
    }

    /** A moment as the time since the scale-in; negative before it. */
    public Duration since(Instant moment) {
        return Duration.between(scaleIn, moment);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
