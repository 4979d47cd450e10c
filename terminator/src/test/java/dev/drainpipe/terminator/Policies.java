package dev.drainpipe.terminator;

import java.time.Duration;

/** Policies for tests: begin with the default and change one thing. */
final class Policies {
    static final Policy DEFAULT =
            new Policy(Duration.ofSeconds(15), Duration.ofDays(2), OnDeadline.CONTINUE, StandaloneTasks.WAIT, false);

    static final Policy ONE_LOOK = recheck(Duration.ZERO);

    private Policies() {}

    static Policy recheck(Duration recheck) {
        return new Policy(recheck, DEFAULT.drainTimeout(), DEFAULT.onDeadline(), DEFAULT.standaloneTasks(), false);
    }

    /** One look, then overdue after this long. */
    static Policy timeout(Duration drainTimeout, OnDeadline onDeadline) {
        return new Policy(Duration.ZERO, drainTimeout, onDeadline, StandaloneTasks.WAIT, false);
    }

    static Policy tasks(StandaloneTasks tasks) {
        return new Policy(Duration.ZERO, DEFAULT.drainTimeout(), OnDeadline.CONTINUE, tasks, false);
    }

    /** As the template has it: the queue feeds the function, and ECS says which tasks have stopped. */
    static Policy told() {
        return new Policy(
                Duration.ofSeconds(10),
                DEFAULT.drainTimeout(),
                DEFAULT.onDeadline(),
                DEFAULT.standaloneTasks(),
                false,
                true);
    }

    static Policy dry(Policy policy) {
        return new Policy(policy.recheck(), policy.drainTimeout(), policy.onDeadline(), policy.standaloneTasks(), true);
    }
}
