package dev.drainpipe.verification.variant;

import java.util.Map;

/**
 * What came of a hunt for a variant.
 *
 * @param seed the seed that found it; none if 0
 * @param by the invariant that it violated
 * @param others how often it violated other invariants until then
 */
record Trophy(Variant variant, long seed, String by, Map<String, Integer> others) {
    /** Whether it was found. */
    boolean caught() {
        return seed > 0;
    }

    /** By what it was found, or why not. */
    String words() {
        if (caught()) {
            return "`" + by + "`";
        }
        return variant.mustBeCaught()
                ? "not found by " + String.join(", ", variant.caughtBy()) + "; others: " + others
                : "not yet: " + variant.hole();
    }
}
