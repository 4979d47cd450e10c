package dev.drainpipe.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The virtual clock and everything that is still to happen on it, in order.
 *
 * <p>Events of one instant run in the order in which they were planned, so a run depends on nothing but what was
 * planned. Not safe for use by several threads at once: {@link dev.drainpipe.simulator.world.World} guards it.
 */
public final class Timeline implements InstantSource {
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing((Planned p) -> p.when).thenComparingLong(p -> p.order));
    private Instant now;
    private long order;

    public Timeline(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Plans an event for a moment; a moment in the past means now. */
    public Planned at(Instant when, Runnable event) {
        Planned entry = new Planned(when.isBefore(now) ? now : when, order++, event);
        planned.add(entry);
        return entry;
    }

    /** Plans an event for when this much time has passed. */
    public Planned after(Duration delay, Runnable event) {
        return at(now.plus(delay), event);
    }

    /** Plans an event for each multiple of the period from now on, the first one period away; ends when cancelled. */
    public Planned every(Duration period, Runnable event) {
        Planned series = new Planned(now, order++, event);
        repeat(series, period);
        return series;
    }

    private void repeat(Planned series, Duration period) {
        after(period, () -> {
            if (!series.cancelled) {
                series.event.run();
                repeat(series, period);
            }
        });
    }

    /** When the next event is due, or empty if nothing is planned. */
    public Optional<Instant> next() {
        dropCancelled();
        return Optional.ofNullable(planned.peek()).map(p -> p.when);
    }

    /** Moves the clock to the next event and runs it; false if nothing is planned. */
    public boolean step() {
        dropCancelled();
        Planned head = planned.poll();
        if (head == null) {
            return false;
        }
        now = head.when;
        head.event.run();
        return true;
    }

    /** Runs all events due up to and including this moment, then sets the clock to it. */
    public void runUntil(Instant end) {
        while (next().filter(when -> !when.isAfter(end)).isPresent()) {
            step();
        }
        if (now.isBefore(end)) {
            now = end;
        }
    }

    private void dropCancelled() {
        while (!planned.isEmpty() && planned.peek().cancelled) {
            planned.poll();
        }
    }

    /** One planned event, which can be called off until it runs. */
    public static final class Planned {
        private final Instant when;
        private final long order;
        private final Runnable event;
        private boolean cancelled;

        private Planned(Instant when, long order, Runnable event) {
            this.when = when;
            this.order = order;
            this.event = event;
        }

        /** Calls the event off; without effect once it ran. */
        public void cancel() {
            cancelled = true;
        }
    }
}
