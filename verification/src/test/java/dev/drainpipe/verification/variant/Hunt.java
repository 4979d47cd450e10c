package dev.drainpipe.verification.variant;

import dev.drainpipe.proof.Proof;
import dev.drainpipe.proof.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for a seed with which a variant violates an invariant that should find it, and the product as it is violates
 * nothing.
 */
final class Hunt {
    private final Simulation simulation;
    private final Variant variant;
    private final Proof wrong;
    private final Map<String, Integer> others = new TreeMap<>();

    Hunt(Simulation simulation, Variant variant) {
        this.simulation = simulation;
        this.variant = variant;
        this.wrong = simulation.of(variant);
    }

    /**
     * What came of it.
     *
     * @param seed the seed that found it; none if 0
     * @param by the invariant that it violated
     * @param seen what was seen, in words
     * @param others how often it violated other invariants until then
     */
    record Trophy(Variant variant, long seed, String by, String seen, Map<String, Integer> others) {
        boolean caught() {
            return seed > 0;
        }
    }

    /** Tries the seed that found it before; if that does not find it any more, one after the other, up to so many. */
    Trophy quickly(int most) {
        Optional<Trophy> known = variant.seed() == 0 ? Optional.empty() : look(variant.seed());
        return known.orElseGet(() -> thoroughly(most));
    }

    /** Tries one seed after the other, from 1 on. */
    Trophy thoroughly(int most) {
        for (long seed = 1; seed <= most; seed++) {
            Optional<Trophy> trophy = look(seed);
            if (trophy.isPresent()) {
                return trophy.get();
            }
        }
        return new Trophy(variant, 0, "", "", others);
    }

    private Optional<Trophy> look(long seed) {
        for (Violation violation : simulation.violations(wrong, seed)) {
            if (!variant.caughtBy().contains(violation.invariant())) {
                others.merge(violation.invariant(), 1, Integer::sum);
            } else if (simulation.clean(seed)) {
                return Optional.of(new Trophy(variant, seed, violation.invariant(), violation.seen(), others));
            }
        }
        return Optional.empty();
    }
}
