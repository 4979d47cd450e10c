package dev.drainpipe.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which fewer instances were spare than should be: N+1 was not kept.
 *
 * @param from its beginning
 * @param to its end
 * @param lowest the fewest ACTIVE connected instances beyond the desired task count; negative if tasks had no room
 */
public record Shortfall(Instant from, Instant to, int lowest) {
    public Duration length() {
        return Duration.between(from, to);
    }

    /** All times in which the spare count was below what was wanted; neighbours are one. */
    static List<Shortfall> of(List<Span<Integer>> spare, int wanted) {
        List<Shortfall> all = new ArrayList<>();
        for (Span<Integer> span : spare) {
            if (span.value() >= wanted) {
                continue;
            }
            Shortfall next = new Shortfall(span.from(), span.to(), span.value());
            int last = all.size() - 1;
            if (last >= 0 && all.get(last).to().equals(span.from())) {
                all.set(last, all.get(last).and(next));
            } else {
                all.add(next);
            }
        }
        return List.copyOf(all);
    }

    private Shortfall and(Shortfall next) {
        return new Shortfall(from, next.to, Math.min(lowest, next.lowest));
    }
}
