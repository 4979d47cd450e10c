package dev.drainpipe.terminator;

import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator wants of every drain.
 *
 * @param recheck how long to wait between two looks; zero for one look per tick
 * @param drainTimeout how long a drain may take, from when it was first asked for
 * @param onDeadline what happens then
 * @param dryRun whether nothing may be changed
 */
record Policy(Duration recheck, Duration drainTimeout, OnDeadline onDeadline, boolean dryRun) {
    /** Two ticks: so that our answer still comes before the hook's own end. */
    private static final Duration BEFORE_THE_HOOK = Duration.ofMinutes(2);

    /** When a drain is overdue: after its time-out, but before Auto Scaling ends the wait by itself. */
    Instant deadline(Instant firstSeen, Optional<Timeouts> hook) {
        Duration hookLasts =
                hook.map(timeouts -> timeouts.global().minus(BEFORE_THE_HOOK)).orElse(drainTimeout);
        return firstSeen.plus(drainTimeout.compareTo(hookLasts) < 0 ? drainTimeout : hookLasts);
    }
}
