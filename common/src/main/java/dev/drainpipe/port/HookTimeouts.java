package dev.drainpipe.port;

import java.time.Duration;
import java.util.Optional;

/** Answers how long a lifecycle hook waits. */
@FunctionalInterface
public interface HookTimeouts {
    /**
     * The time-outs of a hook; none if it does not exist.
     *
     * @throws TryLater if Auto Scaling does not answer
     */
    Optional<Timeouts> of(String group, String hook);

    /**
     * How long a hook waits.
     *
     * @param heartbeat how long after its beginning, or after a heartbeat, the wait lapses; 30 to 7200 s
     * @param global how long it can be kept open in all: 48 h or 100 times the former, whichever is less
     */
    record Timeouts(Duration heartbeat, Duration global) {}
}
