package dev.drainpipe.simulator.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks documents of maps and lists. */
final class Tree {
    private Tree() {}

    /** The node as a map; an absent one is empty. */
    static Map<?, ?> map(@Nullable Object node) {
        if (node == null) {
            return Map.of();
        }
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("A mapping is wanted where " + node + " stands.");
    }

    /** The node as a list; an absent one is empty, anything else is a list of one. */
    static List<?> list(@Nullable Object node) {
        if (node == null) {
            return List.of();
        }
        return node instanceof List<?> list ? list : List.of(node);
    }

    /** Both trees in one, the second one's values winning where both have one; lists are strung together. */
    static Object merged(@Nullable Object general, @Nullable Object particular) {
        if (general instanceof Map<?, ?> below && particular instanceof Map<?, ?> above) {
            Map<Object, Object> both = new LinkedHashMap<>(below);
            above.forEach((key, value) -> both.put(key, merged(both.get(key), value)));
            return both;
        }
        if (general instanceof List<?> first && particular instanceof List<?> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
        if (particular != null) {
            return particular;
        }
        if (general != null) {
            return general;
        }
        throw new IllegalArgumentException("There is nothing to merge.");
    }
}
