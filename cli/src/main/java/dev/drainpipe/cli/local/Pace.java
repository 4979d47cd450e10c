package dev.drainpipe.cli.local;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets virtual time pass at a speed against real time; where the machine is too slow for it, as fast as it goes. */
final class Pace {
    /** Often enough that a screen seems alive. */
    private static final Duration REST = Duration.ofMillis(50);

    /** A pause of the whole machine, such as a closed lid, is not made up for. */
    private static final Duration LONGEST_STEP = Duration.ofMillis(500);

    private static final Duration STEP_AT_FULL_SPEED = Duration.ofSeconds(1);

    private final World world;
    private final Speed speed;
    private final Machine machine;
    private @Nullable Instant last;

    Pace(World world, Speed speed, Machine machine) {
        this.world = world;
        this.speed = speed;
        this.machine = machine;
    }

    /** Lets a little time pass. */
    void step() {
        world.run(speed.max() ? STEP_AT_FULL_SPEED : next());
    }

    private Duration next() {
        machine.pause().pause(REST);
        Instant now = machine.clock().instant();
        Duration passed = last == null ? REST : Duration.between(last, now);
        last = now;
        Duration step = passed.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : passed;
        return Duration.ofNanos(Math.round(step.toNanos() * speed.factor()));
    }
}
