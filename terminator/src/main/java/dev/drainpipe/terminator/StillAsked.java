package dev.drainpipe.terminator;

import java.time.Duration;
import java.time.Instant;

/**
 * Does somebody still wait for us?
 *
 * <p>The wait has ended when the instance is past its hooks, or when the hook does not exist. An instance whose group
 * does not wait <em>yet</em> gets the benefit of the doubt for a while, since a list may lag behind the message.
 */
public final class StillAsked {
    /** Lists lag by seconds; and a message for a wait that never was must not stay for days. */
    public static final Duration LONGEST_LAG = Duration.ofMinutes(5);

    private StillAsked() {}

    /** Whether the wait has ended, or never was. */
    public static boolean ended(Sight sight, Instant firstSeen, Instant now) {
        if (sight.asked().hookGone()) {
            return true;
        }
        return switch (sight.membership()) {
            case WAITING, SAID_BY_TOKEN, UNAWAITED, UNKNOWN -> false;
            case NOT_YET -> Duration.between(firstSeen, now).compareTo(LONGEST_LAG) >= 0;
            case LEFT -> true;
        };
    }
}
