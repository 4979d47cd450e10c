package dev.drainpipe.proof.coverage;

import java.util.Map;
import java.util.TreeMap;

/** How often each thing worth reaching was reached, by area: faults, AWS errors, verdicts, blockers, events. */
public final class Coverage {
    private final Map<Area, Map<String, Long>> counts = new TreeMap<>();

    /** What is counted. */
    public enum Area {
        WORK("What was asked"),
        TROUBLE("What went wrong"),
        FAULT("Calls that failed"),
        AWS_ERROR("AWS's errors"),
        BLOCKER("What blocked instances"),
        VERDICT("What the terminator decided"),
        OUTCOME("What came of it"),
        EVENT("What happened");

        private final String words;

        Area(String words) {
            this.words = words;
        }

        /** The area in words. */
        public String words() {
            return words;
        }
    }

    /** One more of this. */
    public void add(Area area, String name) {
        add(area, name, 1);
    }

    private void add(Area area, String name, long number) {
        counts.computeIfAbsent(area, key -> new TreeMap<>()).merge(name, number, Long::sum);
    }

    /** All that another run reached, too. */
    public void add(Coverage other) {
        other.counts.forEach((area, names) -> names.forEach((name, number) -> add(area, name, number)));
    }

    /** How often each of an area was reached, by name. */
    public Map<String, Long> of(Area area) {
        return new TreeMap<>(counts.getOrDefault(area, Map.of()));
    }

    /** How many different things were reached. */
    public int states() {
        return counts.values().stream().mapToInt(Map::size).sum();
    }
}
