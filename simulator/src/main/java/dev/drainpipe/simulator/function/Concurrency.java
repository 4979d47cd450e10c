package dev.drainpipe.simulator.function;

import java.util.OptionalInt;

/**
 * How many invocations of a mapping may run at once: fewer after errors, more again after successes.
 *
 * <p>Lambda starts with five pollers and backs off on errors (Lambda developer guide, "Configuring scaling behavior for
 * SQS event source mappings" and "Handling errors for an SQS event source"). By how much is not documented: here an error
 * halves it and a success adds one. Difference from AWS: without a maximum it stays at five, however long the backlog.
 */
final class Concurrency {
    private static final int POLLERS = 5;

    private final int most;
    private int allowed;
    private int running;

    Concurrency(OptionalInt maximum) {
        this.most = maximum.orElse(POLLERS);
        this.allowed = most;
    }

    boolean free() {
        return running < allowed;
    }

    void started() {
        running++;
    }

    void succeeded() {
        running--;
        allowed = Math.min(most, allowed + 1);
    }

    void failed() {
        running--;
        allowed = Math.max(1, allowed / 2);
    }
}
