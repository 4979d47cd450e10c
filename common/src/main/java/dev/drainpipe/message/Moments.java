package dev.drainpipe.message;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads points in time as messages write them, ISO 8601 with an offset. */
final class Moments {
    /** Auto Scaling keeps no wait open for longer (EC2 Auto Scaling User Guide, "How lifecycle hooks work"). */
    private static final Duration LONGEST_WAIT = Duration.ofDays(2);

    private Moments() {}

    /**
     * When a drain was first asked for: when a message says so, unless that cannot be, then when the message was sent.
     *
     * <p>Deadlines count from here, so a time that was made up must not make a drain overdue.
     */
    static Instant firstSeen(Optional<Instant> said, Instant sentAt) {
        return said.filter(time -> !time.isAfter(sentAt))
                .filter(time -> !time.isBefore(sentAt.minus(LONGEST_WAIT)))
                .orElse(sentAt);
    }

    /** The time; none if there is none or it cannot be read, since every time in a message is optional. */
    static Optional<Instant> read(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
