package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.util.Optional;

/** No instance is let go on which ECS may place a task, not even at its deadline. */
public final class ActiveInstancesStay implements Invariant {
    private final Facts facts;

    public ActiveInstancesStay(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "No instance is let go on which ECS may place a task, not even at its deadline.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        return event instanceof LifecycleAction action
                        && action.step() == ActionStep.COMPLETED
                        && facts.hooks().contains(action.hook())
                        && facts.runs(action.instanceId())
                        && !truth.history().isTaken(action.instanceId())
                        && !truth.history().isGone(action.instanceId())
                        && !truth.history().isGone(action.group())
                        && truth.leftOn(action.instanceId()).contains("it is ACTIVE")
                ? Optional.of(action.instanceId() + " is ACTIVE")
                : Optional.empty();
    }
}
