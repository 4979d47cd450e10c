package dev.drainpipe.verification.scenario;

import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;

/** Tasks that belong to no service. */
final class Tasks {
    private Tasks() {}

    /** A standalone task that ends by itself after this long, and takes no room. */
    static TaskSpec lasting(Duration time) {
        return TaskSpec.of("batch").withSlots(0).withLifetime(time);
    }

    /** A standalone task that never ends by itself. */
    static TaskSpec endless() {
        return TaskSpec.of("batch").withSlots(0);
    }
}
