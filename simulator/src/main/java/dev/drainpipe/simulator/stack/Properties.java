package dev.drainpipe.simulator.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Resolved properties of something in a template, read by type; every complaint says where.
 *
 * @param where such as {@code TerminatorFunction.Events.EachMinute}
 */
record Properties(String where, Map<?, ?> values) {
    /** Refuses properties that nobody here knows: they might mean something. */
    Properties onlyKnown(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        values.keySet().forEach(name -> unknown.add(String.valueOf(name)));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(where + ": not simulated: " + unknown);
        }
        return this;
    }

    String text(String name) {
        return find(name).map(String::valueOf).orElseThrow(missing(name));
    }

    String text(String name, String fallback) {
        return find(name).map(String::valueOf).orElse(fallback);
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    int number(String name, int fallback) {
        return find(name).map(value -> Integer.parseInt(String.valueOf(value))).orElse(fallback);
    }

    Duration seconds(String name, Duration fallback) {
        return find(name)
                .map(value -> Duration.ofSeconds(Long.parseLong(String.valueOf(value))))
                .orElse(fallback);
    }

    /** A nested mapping; empty if absent. */
    Properties group(String name) {
        return new Properties(where + "." + name, Tree.map(values.get(name)));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> texts(String name) {
        return Tree.list(values.get(name)).stream().map(String::valueOf).toList();
    }

    private Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Supplier<IllegalArgumentException> missing(String name) {
        return () -> new IllegalArgumentException(where + ": " + name + " is missing.");
    }
}
