package dev.drainpipe.proof.shrink;

import dev.drainpipe.proof.Proof;
import dev.drainpipe.proof.draw.Plan;
import java.util.Optional;

/**
 * Makes the plan of a failed run as short as it can be: takes away troubles, works and parts of the account one by one, as
 * long as the same invariant still does not hold.
 */
public final class Shrinker {
    private final Proof proof;
    private final int mostRuns;

    /**
     * A shrinker.
     *
     * @param mostRuns after so many runs it is content with what it has
     */
    public Shrinker(Proof proof, int mostRuns) {
        this.proof = proof;
        this.mostRuns = mostRuns;
    }

    /** The shortest plan found in which the invariant of this name does not hold; the given one if there is none. */
    public Plan shrink(Plan plan, String invariant) {
        Plan shortest = plan;
        int runs = 0;
        boolean shorter = true;
        while (shorter && runs < mostRuns) {
            shorter = false;
            for (Plan candidate : Smaller.than(shortest)) {
                if (runs++ >= mostRuns) {
                    break;
                }
                Optional<Plan> still = failing(candidate, invariant);
                if (still.isPresent()) {
                    shortest = still.get();
                    shorter = true;
                    break;
                }
            }
        }
        return shortest;
    }

    private Optional<Plan> failing(Plan plan, String invariant) {
        boolean fails = proof.run(plan).violations().stream()
                .anyMatch(violation -> violation.invariant().equals(invariant));
        return fails ? Optional.of(plan) : Optional.empty();
    }
}
