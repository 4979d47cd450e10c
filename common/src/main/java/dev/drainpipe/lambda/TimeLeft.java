package dev.drainpipe.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Answers how long one invocation may go on; no new work is begun without enough of it.
 *
 * @param clock the only clock
 * @param until when it must be over
 */
public record TimeLeft(InstantSource clock, Instant until) {
    /** Kept back for what must still be done after the last look: acting, deleting, answering. */
    private static final Duration RESERVE = Duration.ofSeconds(8);

    /** What Lambda gives this invocation, less a reserve, but never more than this. */
    public static TimeLeft of(Context context, InstantSource clock, Duration atMost) {
        Duration given = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        return new TimeLeft(clock, clock.instant().plus(given.compareTo(atMost) < 0 ? given : atMost));
    }

    /** How much is left; never negative. */
    public Duration left() {
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether this much is left. */
    public boolean allows(Duration time) {
        return left().compareTo(time) >= 0;
    }
}
