package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.util.Optional;

/** While nothing goes wrong, no wait times out before its deadline: it is kept open in time. */
public final class WaitsAreKeptOpen implements Invariant {
    /** No heartbeat comes before the first look, and messages may be late; so a shorter hook may not be kept open. */
    private static final Duration TIME_TO_ARRIVE = Duration.ofMinutes(1);

    @Override
    public String sentence() {
        return "While nothing goes wrong, no wait times out before its deadline: it is kept open in time.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof LifecycleAction action)
                || action.step() != ActionStep.TIMED_OUT
                || !truth.history().undisturbed()
                || truth.plan().options().dryRun()) {
            return Optional.empty();
        }
        Options options = truth.history().latest();
        return truth.action(action)
                .filter(open -> !truth.history().isTaken(open.instanceId()) && !truth.foreign(open.instanceId()))
                .filter(open -> Duration.between(open.asked(), event.at()).compareTo(options.drainTimeout()) < 0)
                .filter(open -> heartbeat(open, truth).compareTo(timeToArrive(truth)) >= 0)
                .map(open -> open + " timed out after "
                        + Duration.between(open.started(), event.at()).toSeconds() + " s");
    }

    private static Duration timeToArrive(Truth truth) {
        return TIME_TO_ARRIVE.plusSeconds(2L * truth.plan().site().nature().late());
    }

    private static Duration heartbeat(Action open, Truth truth) {
        return truth.plan().site().groups().stream()
                .filter(group -> group.name().equals(open.group()))
                .map(Group::heartbeat)
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
