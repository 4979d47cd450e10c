package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers when each wait was last kept open, for as long as this process lives.
 *
 * <p>Without a memory of a heartbeat the wait is as old as the drain, so after a restart a heartbeat comes early, never
 * late.
 */
final class Heartbeats {
    private final Recent<LifecycleAction> last = new Recent<>();

    /**
     * Whether a heartbeat must be sent now, so that no more than half of the hook's time-out goes by without one.
     *
     * @param hookTimeout how long the hook waits after a heartbeat
     * @param nextLook by when the next chance comes
     */
    boolean due(DrainRequest request, Duration hookTimeout, Instant nextLook) {
        Instant since = last.last(request.action()).orElse(request.firstSeen());
        return !nextLook.isBefore(since.plus(hookTimeout.dividedBy(2)));
    }

    void sent(DrainRequest request, Instant at) {
        last.note(request.action(), at);
    }

    void forget(DrainRequest request) {
        last.forget(request.action());
    }
}
