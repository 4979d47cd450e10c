package dev.drainpipe.verification.scenario;

import java.util.HashSet;
import java.util.Set;

/** What an ordinary run never does, and a scenario says that its run may. */
final class Allowed {
    boolean drops;
    boolean deadLetters;
    boolean failedTicks;
    boolean otherEnds;
    boolean unfinished;
    boolean early;
    final Set<String> staying = new HashSet<>();

    /** Requests may be lost, since something else than Drainpipe takes instances away. */
    Allowed drops() {
        drops = true;
        return this;
    }

    /** Messages may be on the dead-letter queues; the scenario says which. */
    Allowed deadLetters() {
        deadLetters = true;
        return this;
    }

    /** Invocations by schedule may fail, and leave their evidence. */
    Allowed failedTicks() {
        failedTicks = true;
        return this;
    }

    /** Actions may end without us: timed out, or cancelled with their instance. */
    Allowed otherEnds() {
        otherEnds = true;
        return this;
    }

    /** Actions may be open, and messages on the queues, when the scenario is over. */
    Allowed unfinished() {
        unfinished = true;
        return this;
    }

    /** Instances may be let go with something left on them before the configured deadline; the scenario says why. */
    Allowed early() {
        early = true;
        return this;
    }

    /** Tasks of this group, such as {@code family:batch}, may still be on an instance that is let go. */
    Allowed staying(String group) {
        staying.add("a task of " + group + " is ");
        return this;
    }

    /** Whether an instance may be let go with this left on it. */
    boolean mayStay(String leftover) {
        return early || staying.stream().anyMatch(leftover::startsWith);
    }
}
