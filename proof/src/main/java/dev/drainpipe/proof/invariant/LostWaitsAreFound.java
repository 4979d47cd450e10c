package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.util.Optional;

/** Some time after everything works again no wait ends by its time-out: whatever was lost has been found. */
public final class LostWaitsAreFound implements Invariant {
    /** Two sweeps, five minutes apart, and a drain with its deadline. */
    private static final Duration TO_FIND = Duration.ofMinutes(19);

    private final Facts facts;

    public LostWaitsAreFound(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "Some time after everything works again no wait ends by its time-out: whatever was lost has been found.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof LifecycleAction action)
                || action.step() != ActionStep.TIMED_OUT
                || !truth.history().calmFor(TO_FIND, event.at())) {
            return Optional.empty();
        }
        return truth.action(action)
                .filter(open -> facts.hooks().contains(open.hook()) && !truth.foreign(open.instanceId()))
                .filter(open -> !truth.history().isGone(open.group()))
                .map(open -> open + " timed out "
                        + Duration.between(open.started(), event.at()).toSeconds() + " s after it began");
    }
}
