package dev.drainpipe.simulator.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events a rule wants (Amazon EventBridge User Guide, "Event patterns").
 *
 * <p>Of the operators it knows exact values, {@code prefix} and {@code exists}; any other is refused.
 */
public final class EventPattern {
    private static final String PREFIX = "prefix";
    private static final String EXISTS = "exists";

    private final Map<?, ?> pattern;

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it uses what is not simulated
     */
    public EventPattern(Map<?, ?> pattern) {
        check(pattern);
        this.pattern = pattern;
    }

    /** Whether an event is wanted: every key of the pattern is in it, with one of the values. */
    public boolean matches(Map<?, ?> event) {
        return matches(pattern, event);
    }

    /** Whether an event of this source and type could be wanted, whatever else is in it. */
    boolean mayMatch(String source, String detailType) {
        return mayBe("source", source) && mayBe("detail-type", detailType);
    }

    private boolean mayBe(String key, String found) {
        Object wanted = pattern.get(key);
        return wanted == null || matches(wanted, found);
    }

    private static boolean matches(Map<?, ?> wanted, Map<?, ?> event) {
        return wanted.entrySet().stream().allMatch(entry -> matches(entry.getValue(), event.get(entry.getKey())));
    }

    private static boolean matches(Object wanted, @Nullable Object found) {
        if (wanted instanceof Map<?, ?> nested) {
            return found instanceof Map<?, ?> map && matches(nested, map);
        }
        return ((List<?>) wanted).stream().anyMatch(value -> holds(value, found));
    }

    private static boolean holds(Object wanted, @Nullable Object found) {
        if (wanted instanceof Map<?, ?> operator && operator.get(EXISTS) instanceof Boolean exists) {
            return exists.equals(found != null);
        }
        List<?> values = found instanceof List<?> list ? list : List.of(found == null ? "" : found);
        return values.stream().anyMatch(one -> is(wanted, one));
    }

    private static boolean is(Object wanted, Object found) {
        return wanted instanceof Map<?, ?> operator
                ? String.valueOf(found).startsWith(String.valueOf(operator.get(PREFIX)))
                : Objects.equals(String.valueOf(wanted), String.valueOf(found));
    }

    private static void check(Map<?, ?> pattern) {
        pattern.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                check(nested);
            } else if (!(value instanceof List<?> values) || !values.stream().allMatch(EventPattern::known)) {
                throw new IllegalArgumentException("The event pattern's " + key + ": " + value
                        + " is not simulated; exact values, prefix and exists are.");
            }
        });
    }

    private static boolean known(Object value) {
        return value instanceof Map<?, ?> operator
                ? operator.size() == 1 && (operator.containsKey(PREFIX) || operator.get(EXISTS) instanceof Boolean)
                : value instanceof String;
    }
}
