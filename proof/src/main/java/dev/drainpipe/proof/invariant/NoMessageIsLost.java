package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every drain that is not over has a message: on a queue, in flight, or in a dead-letter queue. */
public final class NoMessageIsLost implements Invariant {
    /** From the wait to the hook's message. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final Facts facts;

    public NoMessageIsLost(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "Every drain that is not over has a message: on a queue, in flight, or in a dead-letter queue.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof Invocation)) {
            return Optional.empty();
        }
        List<Action> open = truth.open().stream()
                .filter(action -> facts.hooks().contains(action.hook()))
                .filter(action -> action.started().plus(ON_ITS_WAY).isBefore(event.at()))
                .filter(action -> !truth.history().messageWasLost(action.instanceId()))
                .filter(action -> !truth.history().isGone(action.group()) && !truth.foreign(action.instanceId()))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<String> messages = facts.messages();
        List<String> dead = facts.deadLetters();
        return open.stream()
                .filter(action -> messages.stream().noneMatch(body -> body.contains(action.instanceId())))
                .filter(action -> dead.stream().noneMatch(body -> body.contains(action.instanceId())))
                .findFirst()
                .map(action -> "no message asks for " + action);
    }
}
