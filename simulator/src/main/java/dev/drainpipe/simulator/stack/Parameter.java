package dev.drainpipe.simulator.stack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One parameter of a template, and what it accepts.
 *
 * @param name its name
 * @param declaration its properties as they are written
 */
record Parameter(String name, Map<?, ?> declaration) {
    private static final List<String> TYPES = List.of("String", "Number", "CommaDelimitedList");

    Parameter {
        if (!TYPES.contains(String.valueOf(declaration.get("Type")))) {
            throw new IllegalArgumentException("Parameter " + name + ": the type " + declaration.get("Type")
                    + " is not simulated; " + TYPES + " are.");
        }
    }

    Optional<String> standard() {
        return declared("Default");
    }

    /** What is wrong with a value, in words; empty if nothing is. */
    List<String> problems(String value) {
        List<String> problems = new ArrayList<>();
        declared("AllowedPattern")
                .filter(pattern -> !value.matches(pattern))
                .ifPresent(pattern ->
                        problems.add(declared("ConstraintDescription").orElse("must match " + pattern)));
        if (declaration.get("AllowedValues") instanceof List<?> allowed
                && allowed.stream().map(String::valueOf).noneMatch(value::equals)) {
            problems.add("must be one of " + allowed);
        }
        limit("MinLength")
                .filter(l -> value.length() < l.intValue())
                .ifPresent(l -> problems.add("is shorter than " + l));
        limit("MaxLength")
                .filter(l -> value.length() > l.intValue())
                .ifPresent(l -> problems.add("is longer than " + l));
        if (is("Number")) {
            problems.addAll(numberProblems(value));
        }
        return problems.stream()
                .map(problem -> name + "=" + value + " " + problem)
                .toList();
    }

    /** The value as {@code Ref} gives it: a text, or a list of texts. */
    Object read(String value) {
        return is("CommaDelimitedList")
                ? Arrays.stream(value.split(",", -1)).map(String::strip).toList()
                : value;
    }

    private List<String> numberProblems(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            List<String> problems = new ArrayList<>();
            limit("MinValue").filter(l -> number.compareTo(l) < 0).ifPresent(l -> problems.add("is less than " + l));
            limit("MaxValue").filter(l -> number.compareTo(l) > 0).ifPresent(l -> problems.add("is more than " + l));
            return problems;
        } catch (NumberFormatException notOne) {
            return List.of("must be a number");
        }
    }

    private boolean is(String type) {
        return type.equals(declaration.get("Type"));
    }

    private Optional<BigDecimal> limit(String key) {
        return declared(key).map(BigDecimal::new);
    }

    private Optional<String> declared(String key) {
        return Optional.ofNullable(declaration.get(key)).map(String::valueOf);
    }
}
