package dev.drainpipe.proof.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;

/** One lifecycle action is never completed with two different results, unless its operator changed his mind. */
public final class CompletionsDoNotContradict implements Invariant {
    private final Map<String, String> results = new HashMap<>();

    @Override
    public String sentence() {
        return "One lifecycle action is never completed with two different results, unless its operator changed his mind.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!(call.request() instanceof CompleteLifecycleActionRequest request)) {
            return Optional.empty();
        }
        String action = request.lifecycleHookName() + " of " + request.instanceId();
        String before = results.put(action, request.lifecycleActionResult());
        // A drain that is done after all is let go with CONTINUE, though an answer to ABANDON was lost before.
        boolean contradicts = before != null
                && !before.equals(request.lifecycleActionResult())
                && request.lifecycleActionResult().equals("ABANDON")
                && !truth.history().redeployed();
        return contradicts
                ? Optional.of(
                        action + " was completed with " + before + ", then with " + request.lifecycleActionResult())
                : Optional.empty();
    }
}
