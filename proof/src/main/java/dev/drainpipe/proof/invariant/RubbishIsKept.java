package dev.drainpipe.proof.invariant;

import java.util.List;
import java.util.Optional;

/** What nobody can read is kept in a dead-letter queue. */
public final class RubbishIsKept implements Invariant {
    private final Facts facts;

    public RubbishIsKept(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "What nobody can read is kept in a dead-letter queue.";
    }

    @Override
    public Optional<String> atTheEnd(Truth truth) {
        if (truth.plan().options().dryRun()) {
            return Optional.empty();
        }
        List<String> dead = facts.deadLetters();
        return truth.history().rubbish().stream()
                .filter(body -> !dead.contains(body))
                .findFirst()
                .map(body -> "in no dead-letter queue: " + body);
    }
}
