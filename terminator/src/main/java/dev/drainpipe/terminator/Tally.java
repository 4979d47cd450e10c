package dev.drainpipe.terminator;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The counts of one tick. */
final class Tally {
    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final Set<Object> seen = new HashSet<>();

    /** One more. */
    void add(Count count) {
        add(count, 1);
    }

    /** So many more. */
    void add(Count count, long more) {
        counts.merge(count, Math.toIntExact(more), Integer::sum);
    }

    /** One more, unless the same thing was counted as this already. */
    void once(Count count, Object thing) {
        if (seen.add(Map.entry(count, thing))) {
            add(count);
        }
    }

    /** Whether there was anything to count. */
    boolean any() {
        return counts.values().stream().anyMatch(number -> number > 0);
    }

    /** What was counted, in words. */
    String words() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Every count, by its key. */
    Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            answer.put(count.key(), counts.getOrDefault(count, 0));
        }
        return answer;
    }

    /** Every count, as log fields. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        answer().forEach((key, number) -> fields.put(key, number.toString()));
        return fields;
    }
}
