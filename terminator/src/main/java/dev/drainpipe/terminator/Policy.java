package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator wants of every drain.
 *
 * @param recheck how long to wait between two looks; zero for one look per tick
 * @param drainTimeout how long a drain may take, from when it was first asked for
 * @param onDeadline what happens then
 * @param standaloneTasks what happens to tasks that ECS does not move
 * @param dryRun whether nothing may be changed
 * @param toldOfTasks whether the queue feeds the function, and ECS tells it which tasks have stopped
 */
record Policy(
        Duration recheck,
        Duration drainTimeout,
        OnDeadline onDeadline,
        StandaloneTasks standaloneTasks,
        boolean dryRun,
        boolean toldOfTasks) {
    /** From the last look of a tick to the first of the next one, with a scheduler that is late. */
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(20);

    /** With one look per tick; and a message that waits comes again as often. */
    private static final Duration TICK = Duration.ofMinutes(1);

    /** From one time that a message comes to the next, with a queue that is late. */
    private static final Duration BETWEEN_BATCHES = TICK.plusSeconds(15);

    /** Two ticks: so that our answer still comes before the hook's own end. */
    private static final Duration BEFORE_THE_HOOK = Duration.ofMinutes(2);

    /** The policy of a function that looks for itself. */
    Policy(
            Duration recheck,
            Duration drainTimeout,
            OnDeadline onDeadline,
            StandaloneTasks standaloneTasks,
            boolean dryRun) {
        this(recheck, drainTimeout, onDeadline, standaloneTasks, dryRun, false);
    }

    /** The same for a queue that does not feed the function. */
    Policy untold() {
        return new Policy(recheck, drainTimeout, onDeadline, standaloneTasks, dryRun);
    }

    /** How long after a look the next one is, if nothing else says when. */
    Duration untilRecheck() {
        if (!recheck.isZero()) {
            return recheck;
        }
        return toldOfTasks ? BETWEEN_TICKS : TICK;
    }

    /** How long after a look the next chance for a heartbeat may be. */
    Duration untilNextChance(Duration hookTimeout) {
        if (outlastsBatches(hookTimeout)) {
            return BETWEEN_BATCHES;
        }
        return untilRecheck().compareTo(BETWEEN_TICKS) < 0 ? BETWEEN_TICKS : untilRecheck();
    }

    /**
     * Whether a hook waits long enough to be kept open whenever its message comes again. For another, the function stays
     * and looks, and hears no news meanwhile.
     */
    boolean outlastsBatches(Duration hookTimeout) {
        return toldOfTasks && hookTimeout.dividedBy(2).compareTo(BETWEEN_BATCHES.multipliedBy(2)) >= 0;
    }

    /**
     * When a drain is overdue: after its time-out, but before Auto Scaling ends the wait by itself, and no later than its
     * occasion says.
     */
    Term term(Occasion occasion, Optional<Timeouts> hook) {
        Instant firstSeen = occasion.firstSeen();
        Instant deadline = Stream.of(
                        Optional.of(drainTimeout),
                        hook.map(timeouts -> timeouts.global().minus(BEFORE_THE_HOOK)))
                .flatMap(Optional::stream)
                .map(firstSeen::plus)
                .min(Instant::compareTo)
                .orElse(firstSeen);
        Instant said = occasion.deadline();
        return new Term(firstSeen, said != null && said.isBefore(deadline) ? said : deadline);
    }
}
