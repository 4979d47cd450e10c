package dev.drainpipe.proof.invariant;

import java.util.List;
import java.util.Optional;

/** Once everything works again, every drain ends or is in a dead-letter queue, and no message is left. */
public final class EverythingSettles implements Invariant {
    private final Facts facts;

    public EverythingSettles(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "Once everything works again, every drain ends or is in a dead-letter queue, and no message is left.";
    }

    @Override
    public Optional<String> atTheEnd(Truth truth) {
        if (truth.history().latest().dryRun()) {
            return Optional.empty();
        }
        List<String> dead = facts.deadLetters();
        List<String> open = truth.open().stream()
                .filter(action -> facts.hooks().contains(action.hook()))
                .filter(action -> dead.stream().noneMatch(body -> body.contains(action.instanceId())))
                .map(action -> action + ", with " + truth.leftOn(action.instanceId()))
                .toList();
        if (!open.isEmpty()) {
            return Optional.of("open: " + String.join("; ", open));
        }
        List<String> messages = facts.messages();
        return messages.isEmpty() ? Optional.empty() : Optional.of("on the queues: " + String.join("; ", messages));
    }
}
