package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers the waits that this process saw end, so that a late copy of a message costs nothing and changes nothing.
 *
 * <p>A wait with a token is one of a kind. Without one it is told by instance and hook, which is good for a while only: an
 * instance that was retained, or came back from a warm pool, may wait again.
 */
final class Ended {
    static final Duration WITHOUT_TOKEN = Duration.ofMinutes(15);

    private final Recent<LifecycleAction> waits = new Recent<>();
    private final Recent<String> instances = new Recent<>();

    /** The wait that goes by this very token has ended; its instance may still wait by another. */
    void noteWait(DrainRequest request, Instant now) {
        waits.note(request.action(), now);
    }

    /** The instance waits on this hook no more, whatever the token. */
    void noteInstance(DrainRequest request, Instant now) {
        noteWait(request, now);
        waits.note(withoutToken(request.action()), now);
        instances.note(request.instanceId(), now);
    }

    /** Whether this very wait has ended. */
    boolean has(DrainRequest request, Instant now) {
        return request.action().token() == null
                ? waits.within(WITHOUT_TOKEN, request.action(), now)
                : waits.last(request.action()).isPresent();
    }

    /** Whether some wait of the instance has ended. */
    boolean of(String instanceId) {
        return instances.last(instanceId).isPresent();
    }

    private static LifecycleAction withoutToken(LifecycleAction action) {
        return new LifecycleAction(action.instanceId(), action.group(), action.hook(), null);
    }
}
