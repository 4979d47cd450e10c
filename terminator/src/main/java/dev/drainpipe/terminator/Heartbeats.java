package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers when each wait was last kept open, for as long as this process lives.
 *
 * <p>Without a memory of a heartbeat the wait is as old as the drain, so after a restart a heartbeat comes early, never
 * late.
 */
final class Heartbeats {
    /** The shortest time-out that a hook can have; assumed while the hook's own is not known. */
    private static final Duration SHORTEST_HOOK = Duration.ofSeconds(30);

    private final Recent<LifecycleAction> last = new Recent<>();

    /** When one must be sent, so that no more than half of the hook's time-out goes by without. */
    Instant due(DrainRequest request, Optional<Timeouts> hook, Policy policy) {
        Duration timeout = timeout(hook);
        Instant since = last.last(request.action()).orElse(request.firstSeen());
        return since.plus(timeout.dividedBy(2)).minus(policy.untilNextChance(timeout));
    }

    /** How long a hook waits after a heartbeat, as far as that is known. */
    Duration timeout(Optional<Timeouts> hook) {
        return hook.map(Timeouts::heartbeat).orElse(SHORTEST_HOOK);
    }

    void sent(DrainRequest request, Instant at) {
        last.note(request.action(), at);
    }

    void forget(DrainRequest request) {
        last.forget(request.action());
    }
}
