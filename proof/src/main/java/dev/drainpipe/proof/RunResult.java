package dev.drainpipe.proof;

import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.draw.Plan;
import java.time.Duration;
import java.util.List;

/**
 * What came of one run.
 *
 * @param plan what was played
 * @param violations the first of each invariant that did not hold; none if all is well
 * @param coverage what the run reached
 * @param events how many events there were
 * @param hash over all events: equal runs have equal ones
 * @param lasted in virtual time, from the beginning to the end of the calm
 */
public record RunResult(
        Plan plan, List<Violation> violations, Coverage coverage, long events, long hash, Duration lasted) {
    public RunResult {
        violations = List.copyOf(violations);
    }

    /** The seed of the run. */
    public long seed() {
        return plan.seed();
    }

    /** Whether every invariant held. */
    public boolean clean() {
        return violations.isEmpty();
    }
}
