package dev.drainpipe.simulator.ecs;

import java.time.Duration;

/**
 * What a task does when it is told to end by the stop signal.
 *
 * @param takes from its last request until it has ended
 * @param stopTimeout how long it may take in all, until SIGKILL
 * @param ignoresSigterm whether it goes on until SIGKILL
 */
public record Shutdown(Duration takes, Duration stopTimeout, boolean ignoresSigterm) {
    /** Ends a second after its last request; SIGKILL after 30 s, the agent's default (ECS_CONTAINER_STOP_TIMEOUT). */
    public static Shutdown prompt() {
        return new Shutdown(Duration.ofSeconds(1), Duration.ofSeconds(30), false);
    }

    public Shutdown withTakes(Duration time) {
        return new Shutdown(time, stopTimeout, ignoresSigterm);
    }

    public Shutdown withStopTimeout(Duration time) {
        return new Shutdown(takes, time, ignoresSigterm);
    }
}
