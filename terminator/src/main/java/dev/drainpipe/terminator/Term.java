package dev.drainpipe.terminator;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a drain has.
 *
 * @param firstSeen when it was first asked for
 * @param deadline when it must be over
 */
public record Term(Instant firstSeen, Instant deadline) {
    /** With no more than one part of so many left, people are warned: time enough to act, late enough to matter. */
    private static final int WARNED_IN_THE_LAST = 4;

    /** Whether the deadline has passed. */
    public boolean late(Instant now) {
        return !now.isBefore(deadline);
    }

    /** Whether no more than a quarter of the time is left. */
    public boolean near(Instant now) {
        return !now.isBefore(warning());
    }

    /** From when on people are warned. */
    public Instant warning() {
        return deadline.minus(Duration.between(firstSeen, deadline).dividedBy(WARNED_IN_THE_LAST));
    }

    /** How long ago it was first asked for. */
    public Duration age(Instant now) {
        return Duration.between(firstSeen, now);
    }
}
