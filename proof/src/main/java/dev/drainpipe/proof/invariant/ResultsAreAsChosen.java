package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An instance is abandoned at its deadline where the operator chose that, with something left on it, and nowhere else. */
public final class ResultsAreAsChosen implements Invariant {
    private static final String ABANDON = "ABANDON";

    /** A message tells its moment in whole seconds or milliseconds, and an operator may have changed his mind by then. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private final Facts facts;

    public ResultsAreAsChosen(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "An instance is abandoned at its deadline where the operator chose that, with something left on it, and"
                + " nowhere else.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof LifecycleAction action) || action.step() != ActionStep.COMPLETED) {
            return Optional.empty();
        }
        return truth.action(action)
                .filter(open -> facts.hooks().contains(open.hook()) && !truth.foreign(open.instanceId()))
                .filter(open -> !truth.history().isGone(open.group()))
                .filter(open -> wrong(open, action, truth))
                .map(open -> open + " was completed with " + action.result().orElse("nothing"));
    }

    private static boolean wrong(Action open, LifecycleAction action, Truth truth) {
        List<Options> inForce = truth.history().inForce(action.at());
        boolean abandoned = action.result().filter(ABANDON::equals).isPresent();
        boolean chosen =
                inForce.stream().anyMatch(options -> options.onDeadline().equals(ABANDON));
        Duration took = Duration.between(open.asked(), action.at());
        boolean only = inForce.stream()
                .allMatch(options -> options.onDeadline().equals(ABANDON)
                        && options.guestsHold()
                        && took.compareTo(options.drainTimeout().plus(ROUNDING)) > 0);
        boolean tasksLeft = truth.leftOn(open.instanceId()).stream()
                .anyMatch(left -> left.startsWith("a task of service:") && left.endsWith("RUNNING"));
        boolean plain = truth.history().undisturbed() && !truth.history().isTaken(open.instanceId());
        return abandoned ? !chosen : only && tasksLeft && plain;
    }
}
