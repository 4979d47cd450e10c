package dev.drainpipe.port;

import java.time.Duration;

/** Lets time pass between two looks. */
@FunctionalInterface
public interface Pause {
    /** Returns when this much time has passed. */
    void pause(Duration time);
}
