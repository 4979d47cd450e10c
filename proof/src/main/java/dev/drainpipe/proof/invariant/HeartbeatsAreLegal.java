package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;

/** While nothing goes wrong, no heartbeat is sent for a wait that ended longer ago than one invocation lasts. */
public final class HeartbeatsAreLegal implements Invariant {
    /** One invocation may have seen it waiting, and hang until its time-out. */
    private static final Duration ONE_INVOCATION = Duration.ofSeconds(60);

    private final Map<String, Instant> ended = new HashMap<>();

    @Override
    public String sentence() {
        return "While nothing goes wrong, no heartbeat is sent for a wait that ended longer ago than one invocation lasts.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (event instanceof LifecycleAction action && Truth.ends(action)) {
            ended.put(action.hook() + " of " + action.instanceId(), event.at());
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!(call.request() instanceof RecordLifecycleActionHeartbeatRequest request)) {
            return Optional.empty();
        }
        String wait = request.lifecycleHookName() + " of " + request.instanceId();
        Instant end = ended.getOrDefault(wait, call.at());
        // Who is not answered whether the group still waits keeps the wait open, to be on the safe side.
        boolean late = truth.history().quietFor(ONE_INVOCATION, call.at())
                && Duration.between(end, call.at()).compareTo(ONE_INVOCATION) > 0;
        return late ? Optional.of(wait + " ended at " + end) : Optional.empty();
    }
}
