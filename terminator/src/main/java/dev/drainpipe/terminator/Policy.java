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
 */
record Policy(
        Duration recheck,
        Duration drainTimeout,
        OnDeadline onDeadline,
        StandaloneTasks standaloneTasks,
        boolean dryRun) {
    /** Two ticks: so that our answer still comes before the hook's own end. */
    private static final Duration BEFORE_THE_HOOK = Duration.ofMinutes(2);

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
