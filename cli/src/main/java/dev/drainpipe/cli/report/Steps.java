package dev.drainpipe.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A value that changes in steps over time; several changes at one moment count as the last of them. */
public final class Steps<T> {
    private final TreeMap<Instant, T> changes = new TreeMap<>();

    /** Says that the value holds from this moment on; moments must not go back. */
    public void set(Instant at, T value) {
        Map.Entry<Instant, T> last = changes.lowerEntry(at);
        if (last != null && last.getValue().equals(value)) {
            changes.remove(at);
        } else {
            changes.put(at, value);
        }
    }

    /** The value at a moment; empty before the first change. */
    public Optional<T> at(Instant moment) {
        return Optional.ofNullable(changes.floorEntry(moment)).map(Map.Entry::getValue);
    }

    /** The value in effect just before a moment, whatever changed at that very moment. */
    public Optional<T> before(Instant moment) {
        return Optional.ofNullable(changes.lowerEntry(moment)).map(Map.Entry::getValue);
    }

    /** The steps that touch the time from one moment to another, cut to it, in order, without empty ones. */
    public List<Span<T>> between(Instant from, Instant to) {
        List<Span<T>> spans = new ArrayList<>();
        for (Map.Entry<Instant, T> change : changes.entrySet()) {
            Map.Entry<Instant, T> next = changes.higherEntry(change.getKey());
            Instant start = later(change.getKey(), from);
            Instant end = next == null || next.getKey().isAfter(to) ? to : next.getKey();
            if (start.isBefore(end)) {
                spans.add(new Span<>(start, end, change.getValue()));
            }
        }
        return List.copyOf(spans);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
