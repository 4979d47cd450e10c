package dev.drainpipe.proof.campaign;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The seeds of a campaign, handed out one after the other to whoever is free. */
public final class Seeds {
    private final AtomicLong next;
    private final long end;
    private final BooleanSupplier timeIsUp;

    /**
     * So many seeds, or as many as there is time for.
     *
     * @param from the first one
     * @param number how many at most
     * @param timeIsUp whether no further one is begun
     */
    public Seeds(long from, long number, BooleanSupplier timeIsUp) {
        this.next = new AtomicLong(from);
        this.end = from + number;
        this.timeIsUp = timeIsUp;
    }

    /** The next seed; empty if there is none left, or no time. */
    OptionalLong take() {
        if (timeIsUp.getAsBoolean()) {
            return OptionalLong.empty();
        }
        long seed = next.getAndIncrement();
        return seed < end ? OptionalLong.of(seed) : OptionalLong.empty();
    }
}
