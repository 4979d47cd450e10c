package dev.drainpipe.simulator.stack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a template, evaluated when asked. */
final class Conditions {
    private final Map<?, ?> declared;
    private final Resolver resolver;

    Conditions(Map<?, ?> declared, Resolver resolver) {
        this.declared = declared;
        this.resolver = resolver;
    }

    boolean holds(String name) {
        if (!declared.containsKey(name)) {
            throw new IllegalArgumentException("The template has no condition " + name + ".");
        }
        return evaluate(declared.get(name));
    }

    private boolean evaluate(@Nullable Object tree) {
        Map<?, ?> function = Tree.map(tree);
        Object argument = function.values().iterator().next();
        String name = String.valueOf(function.keySet().iterator().next());
        return switch (name) {
            case "Condition" -> holds(String.valueOf(argument));
            case "Fn::Equals" -> equal(Tree.list(argument));
            case "Fn::Not" -> !evaluate(Tree.list(argument).get(0));
            case "Fn::And" -> Tree.list(argument).stream().allMatch(this::evaluate);
            case "Fn::Or" -> Tree.list(argument).stream().anyMatch(this::evaluate);
            default -> throw new IllegalArgumentException("The condition function " + name + " is not simulated.");
        };
    }

    private boolean equal(List<?> sides) {
        return resolver.text(sides.get(0)).equals(resolver.text(sides.get(1)));
    }
}
