package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.stack.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A statement of a policy, ready to be asked. */
record Rule(boolean denies, List<Pattern> actions, List<Pattern> resources, List<KeyTest> conditions) {
    /** Only for a statement in which {@link StatementCheck} finds nothing. */
    static Rule of(Statement statement) {
        List<KeyTest> conditions = new ArrayList<>();
        statement
                .conditions()
                .forEach((operator, keys) -> keys.forEach((key, accepted) ->
                        conditions.add(new KeyTest(Operator.find(operator).orElseThrow(), key, accepted))));
        return new Rule(
                statement.effect().equals("Deny"),
                statement.actions().stream().map(Wildcards::action).toList(),
                statement.resources().stream().map(Wildcards::resource).toList(),
                conditions);
    }

    /** Whether it says anything about this access. */
    boolean covers(Access access) {
        return actions.stream()
                        .anyMatch(action -> action.matcher(access.action()).matches())
                && resources.stream()
                        .anyMatch(
                                resource -> resource.matcher(access.resource()).matches())
                && conditions.stream().allMatch(condition -> condition.holds(access.keys()));
    }
}
