package dev.drainpipe.terminator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answer of {@link SafeToTerminate} for one instance: the verdict with all its reasons, not just the first.
 *
 * @param verdict what is to be done
 * @param blockers everything that blocks it, each with what exactly was seen
 */
public record Decision(Verdict verdict, Map<Blocker, String> blockers) {
    public Decision {
        blockers = Collections.unmodifiableMap(copy(blockers));
    }

    /** Whether it waits for tasks to stop, and nothing else can be done or learnt meanwhile. */
    public boolean waitsForTasks() {
        return blockers.containsKey(Blocker.TASKS_LEFT)
                && blockers.keySet().stream().allMatch(Blocker::waivable);
    }

    /** The reasons in words. */
    public String reasons() {
        return blockers.isEmpty()
                ? "nothing blocks it"
                : blockers.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static Map<Blocker, String> copy(Map<Blocker, String> blockers) {
        Map<Blocker, String> copy = new EnumMap<>(Blocker.class);
        copy.putAll(blockers);
        return copy;
    }
}
