package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** While nothing goes wrong, a wait is kept open no sooner than a third of its time-out after the last time. */
public final class HeartbeatsAreSpared implements Invariant {
    private static final int PART = 3;

    /** Looks are too far apart to be choosy with a shorter one. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    @Override
    public String sentence() {
        return "While nothing goes wrong, a wait is kept open no sooner than a third of its time-out after the last time.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof LifecycleAction action)
                || action.step() != ActionStep.HEARTBEAT
                || !truth.history().undisturbed()
                || truth.history().redeployed()) {
            return Optional.empty();
        }
        return truth.action(action)
                .filter(open -> soon(open, event.at(), truth))
                .map(open -> open + " once more");
    }

    private static boolean soon(Action open, Instant now, Truth truth) {
        Duration timeout = truth.plan().site().groups().stream()
                .filter(group -> group.name().equals(open.group()))
                .map(Group::heartbeat)
                .findFirst()
                .orElse(Duration.ZERO);
        return timeout.compareTo(SHORTEST) >= 0
                && Duration.between(open.kept(), now).compareTo(timeout.dividedBy(PART)) < 0;
    }
}
