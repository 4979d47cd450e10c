package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers when each wait was last kept open, for as long as this process lives.
 *
 * <p>Without a memory of a heartbeat the wait is as old as the drain, so after a restart a heartbeat comes early, never
 * late.
 */
final class Heartbeats {
    /** Far more than drain at a time; it bounds the memory for drains that another process finished. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<LifecycleAction, Instant> last = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LifecycleAction, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * Whether a heartbeat must be sent now, so that no more than half of the hook's time-out goes by without one.
     *
     * @param hookTimeout how long the hook waits after a heartbeat
     * @param nextLook by when the next chance comes
     */
    synchronized boolean due(DrainRequest request, Duration hookTimeout, Instant nextLook) {
        Instant since = last.getOrDefault(request.action(), request.firstSeen());
        return !nextLook.isBefore(since.plus(hookTimeout.dividedBy(2)));
    }

    synchronized void sent(DrainRequest request, Instant at) {
        last.put(request.action(), at);
    }

    synchronized void forget(DrainRequest request) {
        last.remove(request.action());
    }
}
