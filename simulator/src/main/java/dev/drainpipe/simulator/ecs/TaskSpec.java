package dev.drainpipe.simulator.ecs;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a task is like: what a task definition says of it, and how its program behaves.
 *
 * @param family the task definition's family
 * @param slots how many of an instance's slots it takes; 0 for one that always fits
 * @param port the port on which it answers, if it does
 * @param startup from the agent's first work on it (PENDING) until its containers run
 * @param answersAfter from RUNNING until it answers on its port; {@link #NEVER} if it never does
 * @param healthCheck from RUNNING until its own container health check passes, or {@link #NEVER}; empty without one
 * @param shutdown what it does on the stop signal
 * @param lifetime from RUNNING until it ends by itself; empty if it never does
 */
public record TaskSpec(
        String family,
        int slots,
        Optional<PortMapping> port,
        Duration startup,
        Duration answersAfter,
        Optional<Duration> healthCheck,
        Shutdown shutdown,
        Optional<Duration> lifetime) {
    /** Longer than any run. */
    public static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

    /** Takes one slot, has no port and no health check, runs after 5 s, ends promptly when told to, and only then. */
    public static TaskSpec of(String family) {
        return new TaskSpec(
                family,
                1,
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ZERO,
                Optional.empty(),
                Shutdown.prompt(),
                Optional.empty());
    }

    public TaskSpec withSlots(int number) {
        return new TaskSpec(family, number, port, startup, answersAfter, healthCheck, shutdown, lifetime);
    }

    /** Answers on a host port that ECS chooses. */
    public TaskSpec withDynamicPort(int containerPort) {
        return withPort(new PortMapping(containerPort, 0));
    }

    /** Answers on the same host port everywhere, so only one fits on an instance. */
    public TaskSpec withStaticPort(int number) {
        return withPort(new PortMapping(number, number));
    }

    public TaskSpec withPort(PortMapping mapping) {
        return new TaskSpec(
                family, slots, Optional.of(mapping), startup, answersAfter, healthCheck, shutdown, lifetime);
    }

    public TaskSpec withStartup(Duration time) {
        return new TaskSpec(family, slots, port, time, answersAfter, healthCheck, shutdown, lifetime);
    }

    public TaskSpec withAnswersAfter(Duration time) {
        return new TaskSpec(family, slots, port, startup, time, healthCheck, shutdown, lifetime);
    }

    public TaskSpec withHealthCheck(Duration passesAfter) {
        return new TaskSpec(family, slots, port, startup, answersAfter, Optional.of(passesAfter), shutdown, lifetime);
    }

    public TaskSpec withShutdown(Shutdown behaviour) {
        return new TaskSpec(family, slots, port, startup, answersAfter, healthCheck, behaviour, lifetime);
    }

    /** Goes on until SIGKILL. */
    public TaskSpec ignoringSigterm() {
        return withShutdown(new Shutdown(shutdown.takes(), shutdown.stopTimeout(), true));
    }

    public TaskSpec withLifetime(Duration time) {
        return new TaskSpec(family, slots, port, startup, answersAfter, healthCheck, shutdown, Optional.of(time));
    }
}
