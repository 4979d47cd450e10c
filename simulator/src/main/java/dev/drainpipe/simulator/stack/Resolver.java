package dev.drainpipe.simulator.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces intrinsic functions by their values (AWS CloudFormation User Guide, "Intrinsic function reference").
 *
 * <p>A function that is not simulated is refused.
 */
final class Resolver {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, Object> values;
    private final Map<?, ?> mappings;
    private final Conditions conditions;
    private final References references;

    /** Stands for {@code AWS::NoValue} until its property or list item is left out. */
    private enum Nothing {
        NOTHING
    }

    /**
     * A resolver.
     *
     * @param values of parameters and pseudo parameters, by name
     * @param template the whole document, for its mappings and conditions
     * @param references the stack's resources
     */
    Resolver(Map<String, Object> values, Map<?, ?> template, References references) {
        this.values = values;
        this.mappings = Tree.map(template.get("Mappings"));
        this.conditions = new Conditions(Tree.map(template.get("Conditions")), this);
        this.references = references;
    }

    /** The tree with all functions replaced; empty if it comes to {@code AWS::NoValue}. */
    Optional<Object> resolve(@Nullable Object tree) {
        Object value = value(tree);
        return value == Nothing.NOTHING ? Optional.empty() : Optional.of(value);
    }

    /** The tree, which must come to a text. */
    String text(@Nullable Object tree) {
        Object value = value(tree);
        if (value instanceof Map || value instanceof List || value == Nothing.NOTHING) {
            throw new IllegalArgumentException("A text is wanted where " + tree + " stands.");
        }
        return String.valueOf(value);
    }

    /** Whether a condition of the template holds. */
    boolean holds(String condition) {
        return conditions.holds(condition);
    }

    private Object value(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.size() == 1 ? function(map) : object(map);
        }
        if (tree instanceof List<?> list) {
            return list.stream()
                    .map(this::value)
                    .filter(v -> v != Nothing.NOTHING)
                    .toList();
        }
        return tree == null ? Nothing.NOTHING : tree;
    }

    private Object object(Map<?, ?> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, tree) -> resolve(tree).ifPresent(value -> resolved.put(String.valueOf(key), value)));
        return resolved;
    }

    private Object function(Map<?, ?> map) {
        String name = String.valueOf(map.keySet().iterator().next());
        Object argument = map.values().iterator().next();
        return switch (name) {
            case "Ref" -> ref(String.valueOf(argument));
            case "Fn::GetAtt" -> attribute(Tree.list(argument));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(Tree.list(argument));
            case "Fn::Split" -> split(Tree.list(argument));
            case "Fn::Select" -> select(Tree.list(argument));
            case "Fn::FindInMap" -> find(Tree.list(argument));
            case "Fn::If" -> choose(Tree.list(argument));
            default -> {
                if (name.startsWith("Fn::")) {
                    throw new IllegalArgumentException("The function " + name + " is not simulated here: " + map);
                }
                yield object(map);
            }
        };
    }

    private Object ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return Nothing.NOTHING;
        }
        Object value = values.get(name);
        return value == null ? references.ref(name) : value;
    }

    private Object attribute(List<?> path) {
        return references.attribute(String.valueOf(path.get(0)), text(path.get(1)));
    }

    private String substitute(@Nullable Object argument) {
        if (argument instanceof List<?> list) {
            return substitute(String.valueOf(list.get(0)), Tree.map(list.get(1)));
        }
        return substitute(String.valueOf(argument), Map.of());
    }

    private String substitute(String text, Map<?, ?> variables) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1), variables)));
    }

    private String variable(String name, Map<?, ?> variables) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        if (variables.containsKey(name)) {
            return text(variables.get(name));
        }
        return name.contains(".")
                ? String.valueOf(attribute(Arrays.asList(name.split("\\.", 2))))
                : String.valueOf(ref(name));
    }

    private String join(List<?> arguments) {
        return Tree.list(value(arguments.get(1))).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(String.valueOf(arguments.get(0))));
    }

    private List<Object> split(List<?> arguments) {
        return new ArrayList<>(
                Arrays.asList(text(arguments.get(1)).split(Pattern.quote(String.valueOf(arguments.get(0))), -1)));
    }

    private Object select(List<?> arguments) {
        return value(Tree.list(value(arguments.get(1))).get(Integer.parseInt(text(arguments.get(0)))));
    }

    private Object find(List<?> keys) {
        Object found = mappings;
        for (Object key : keys) {
            found = Tree.map(found).get(text(key));
            if (found == null) {
                throw new IllegalArgumentException("No mapping has " + keys);
            }
        }
        return value(found);
    }

    private Object choose(List<?> arguments) {
        return value(arguments.get(holds(String.valueOf(arguments.get(0))) ? 1 : 2));
    }
}
