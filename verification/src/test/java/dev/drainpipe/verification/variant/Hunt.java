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

    /** Tries a seed that found it before; if that does not find it any more, one after the other, up to so many. */
    Trophy from(long known, int most) {
        return look(known).orElseGet(() -> fromTheFirst(most));
    }

    /** Tries one seed after the other. */
    Trophy fromTheFirst(int most) {
        for (long seed = 1; seed <= most; seed++) {
            Optional<Trophy> trophy = look(seed);
            if (trophy.isPresent()) {
                return trophy.get();
            }
        }
        return new Trophy(variant, 0, "", others);
    }

    private Optional<Trophy> look(long seed) {
        for (Violation violation : simulation.violations(wrong, seed)) {
            if (!variant.caughtBy().contains(violation.invariant())) {
                others.merge(violation.invariant(), 1, Integer::sum);
            } else if (simulation.clean(seed)) {
                return Optional.of(new Trophy(variant, seed, violation.invariant(), others));
            }
        }
        return Optional.empty();
    }
}
