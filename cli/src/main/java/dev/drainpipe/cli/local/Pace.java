package dev.drainpipe.cli.local;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets virtual time pass at a speed against real time; where the machine is too slow for it, as fast as it goes.
 *
 * <p>Virtual time always passes in the same steps; the speed only says when each is due. So a run is the same at every
 * speed and on every machine.
 */
final class Pace {
    /** Short enough that nothing seems to jump in real time. */
    static final Duration STEP = Duration.ofMillis(200);

    /** A sleep shorter than this is not kept exactly by any machine; it is added to the next one. */
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);

    /** A pause of the whole machine, such as a closed lid, is not made up for. */
    private static final Duration LONGEST_DELAY = Duration.ofMillis(500);

    private final World world;
    private final Speed speed;
    private final Machine machine;
    private @Nullable Instant due;

    Pace(World world, Speed speed, Machine machine) {
        this.world = world;
        this.speed = speed;
        this.machine = machine;
    }

    /** Lets one step of virtual time pass, when it is due. */
    void step() {
        if (!speed.max()) {
            rest();
        }
        world.run(STEP);
    }

    private void rest() {
        Instant now = machine.clock().instant();
        Instant from = due == null || Duration.between(due, now).compareTo(LONGEST_DELAY) > 0 ? now : due;
        due = from.plusNanos(Math.round(STEP.toNanos() / speed.factor()));
        Duration early = Duration.between(now, due);
        if (early.compareTo(SHORTEST_REST) >= 0) {
            machine.pause().pause(early);
        }
    }
}
