package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import java.time.Duration;
import java.util.Optional;

/** While nothing goes wrong, no instance waits on past its deadline, unless its operator wants to keep it. */
public final class DeadlinesHold implements Invariant {
    /** A tick and a half. */
    private static final Duration TO_ACT = Duration.ofSeconds(100);

    private final Facts facts;

    public DeadlinesHold(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "While nothing goes wrong, no instance waits on past its deadline, unless its operator wants to keep it.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        Options options = truth.history().latest();
        boolean holds = event instanceof Invocation
                && truth.history().undisturbed()
                && !truth.history().redeployed()
                && !options.dryRun()
                && !options.onDeadline().equals("KEEP");
        if (!holds) {
            return Optional.empty();
        }
        Duration most = options.drainTimeout().plus(TO_ACT);
        return truth.open().stream()
                .filter(action -> facts.hooks().contains(action.hook()) && !truth.foreign(action.instanceId()))
                .filter(action -> Duration.between(action.started(), event.at()).compareTo(most) > 0)
                .findFirst()
                .map(action ->
                        action + " waits since " + action.started() + ", with " + truth.leftOn(action.instanceId()));
    }
}
