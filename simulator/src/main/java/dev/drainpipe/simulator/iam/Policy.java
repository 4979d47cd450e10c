package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.stack.Statement;
import java.util.List;

/** What a role allows (IAM User Guide, "Policy evaluation logic"). */
final class Policy {
    private final List<Rule> rules;

    /** The answers of a policy. */
    enum Decision {
        ALLOWED,
        /** No statement says anything. */
        NOT_ALLOWED,
        /** A statement says no, whatever others say. */
        DENIED
    }

    Policy(List<Statement> statements) {
        this.rules = statements.stream().map(Rule::of).toList();
    }

    Decision decide(Access access) {
        List<Rule> covering = rules.stream().filter(rule -> rule.covers(access)).toList();
        if (covering.stream().anyMatch(Rule::denies)) {
            return Decision.DENIED;
        }
        return covering.isEmpty() ? Decision.NOT_ALLOWED : Decision.ALLOWED;
    }
}
