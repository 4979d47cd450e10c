package dev.drainpipe.cli.live;

import dev.drainpipe.simulator.world.WorldEvent;

/** How a run is shown while it goes on. */
public interface Show extends AutoCloseable {
    /** Something happened. */
    void event(WorldEvent event);

    /** Some time passed; called a few times each real second, and as often as the run likes at full speed. */
    void tick(Scene scene);

    /** The run is over; the terminal is as it was before. Safe to call twice, and from another thread. */
    @Override
    void close();

    /** Shows nothing. */
    static Show nothing() {
        return new Show() {
            @Override
            public void event(WorldEvent event) {}

            @Override
            public void tick(Scene scene) {}

            @Override
            public void close() {}
        };
    }
}
