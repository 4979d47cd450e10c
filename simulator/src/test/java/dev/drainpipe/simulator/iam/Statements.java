package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.stack.Statement;
import java.util.List;
import java.util.Map;

/** Statements of policies, in one line each. */
final class Statements {
    private Statements() {}

    static Statement allow(String action, String... resources) {
        return new Statement("Test", "Allow", List.of(action), List.of(resources), Map.of());
    }

    static Statement deny(String action, String... resources) {
        return new Statement("Test", "Deny", List.of(action), List.of(resources), Map.of());
    }

    /** The same, if a key of the request has one of these values. */
    static Statement when(Statement statement, String operator, String key, String... values) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.actions(),
                statement.resources(),
                Map.of(operator, Map.of(key, List.of(values))));
    }
}
