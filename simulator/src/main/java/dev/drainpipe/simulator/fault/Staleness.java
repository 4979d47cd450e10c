package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.wire.Passing;
import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.util.function.Function;

/**
 * How old the answers to reads may be.
 *
 * @param longest no answer is older than this
 * @param age asked once for each read, in the order of the calls; zero for a fresh answer, and what is longer than the
 *     longest is cut
 */
public record Staleness(Duration longest, Function<Passing, Duration> age) {
    public Staleness {
        if (longest.isNegative()) {
            throw new IllegalArgumentException("longest is %s; it must not be negative.".formatted(longest));
        }
    }

    /** Every read is answered as of this long ago. */
    public static Staleness always(Duration age) {
        return new Staleness(age, call -> age);
    }

    /**
     * Some reads are answered as of some moment of the last while.
     *
     * @param chance from 0 to 1, that a read is stale at all
     */
    public static Staleness drawn(Dice dice, double chance, Duration longest) {
        return new Staleness(
                longest, call -> dice.fraction() < chance ? dice.between(Duration.ZERO, longest) : Duration.ZERO);
    }

    Duration of(Passing call) {
        Duration wanted = age.apply(call);
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
