package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One hook holding one instance: open until it is completed, timed out or cut short.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, LifecycleHook, on the heartbeat and the global time-out.
 */
final class LifecycleAction {
    private final Hook hook;
    private final String token;
    private final Instant since;
    private Optional<Timeline.Planned> timeout = Optional.empty();
    private boolean open = true;

    /** An action that begins now; the hook's settings of this moment hold for all its life. */
    LifecycleAction(Hook hook, String token, Instant since) {
        this.hook = hook;
        this.token = token;
        this.since = since;
    }

    Hook hook() {
        return hook;
    }

    /** A UUID. */
    String token() {
        return token;
    }

    boolean open() {
        return open;
    }

    /** When it ends if it is heard of for the last time at this moment. */
    Instant deadline(Instant heard) {
        Instant beat = heard.plus(hook.heartbeat());
        return reachesPastGlobalTimeout(heard) ? since.plus(hook.globalTimeout()) : beat;
    }

    /** Whether the full heartbeat time-out from this moment would end after the global one. */
    boolean reachesPastGlobalTimeout(Instant heard) {
        return Duration.between(since, heard.plus(hook.heartbeat())).compareTo(hook.globalTimeout()) > 0;
    }

    /** Plans its time-out anew. */
    void arm(Timeline.Planned planned) {
        timeout.ifPresent(Timeline.Planned::cancel);
        timeout = Optional.of(planned);
    }

    void close() {
        open = false;
        timeout.ifPresent(Timeline.Planned::cancel);
    }
}
