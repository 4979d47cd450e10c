package dev.drainpipe.proof.shrink;

import dev.drainpipe.proof.Proof;
import dev.drainpipe.proof.draw.Plan;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the plan of a failed run as short as it can be: takes away troubles, works and parts of the account one by one, as
 * long as the same invariant still does not hold.
 */
public final class Shrinker {
    private final Predicate<Plan> fails;
    private final int mostRuns;
    private int runs;

    /**
     * A shrinker.
     *
     * @param fails whether a plan still shows what is looked for
     * @param mostRuns after so many questions it is content with what it has
     */
    public Shrinker(Predicate<Plan> fails, int mostRuns) {
        this.fails = fails;
        this.mostRuns = mostRuns;
    }

    /** One that looks for runs in which the invariant of this name does not hold. */
    public static Shrinker of(Proof proof, String invariant, int mostRuns) {
        return new Shrinker(
                plan -> proof.run(plan).violations().stream()
                        .anyMatch(violation -> violation.invariant().equals(invariant)),
                mostRuns);
    }

    /** The shortest plan found; the given one if there is none. */
    public Plan shrink(Plan plan) {
        Plan shortest = plan;
        Optional<Plan> shorter = shorter(plan);
        while (shorter.isPresent()) {
            shortest = shorter.get();
            shorter = shorter(shortest);
        }
        return shortest;
    }

    private Optional<Plan> shorter(Plan plan) {
        return Smaller.than(plan).stream()
                .takeWhile(candidate -> runs++ < mostRuns)
                .filter(fails)
                .findFirst();
    }
}
