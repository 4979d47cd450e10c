package dev.drainpipe.verification.scenario;

import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The end of one lifecycle action, with what was left on the instance at that very moment.
 *
 * @param how COMPLETED by a call, TIMED_OUT by Auto Scaling, CANCELLED with its instance or by another hook
 * @param result CONTINUE or ABANDON; empty if it was cancelled
 */
record Ending(
        String instanceId,
        String hook,
        Instant started,
        Instant at,
        ActionStep how,
        String result,
        List<String> leftovers) {
    Duration took() {
        return Duration.between(started, at);
    }
}
