package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;

/** What every part of ECS is given. */
record Setting(World world, EcsTimings timings, EcsBehaviour behaviour, Dice dice) {
    /** How many hexadecimal digits ECS's ids have. */
    private static final int ID_DIGITS = 32;

    Instant now() {
        return world.now();
    }

    void after(Duration delay, Runnable event) {
        world.timeline().after(delay, event);
    }

    /** A new id, such as a task's. */
    String id() {
        return dice.hex(ID_DIGITS);
    }

    /** The ARN of an ECS resource, such as {@code cluster/NAME}. */
    String arn(String resource) {
        return world.account().arn("ecs", resource);
    }
}
