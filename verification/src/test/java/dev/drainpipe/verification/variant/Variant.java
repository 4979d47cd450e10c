package dev.drainpipe.verification.variant;

import java.util.List;

/**
 * One deliberate mistake: a few lines of one file of the product, and what somebody might write instead.
 *
 * @param name what it does wrong, in a few words
 * @param outage what that would cost, or whose bug it repeats
 * @param file the module and the class, such as {@code terminator/TaskLook}
 * @param right the lines as they are; how they are broken into lines does not matter
 * @param wrong what stands there instead
 * @param caughtBy the invariants of which at least one must find it
 * @param seed a seed that finds it, tried first; none if 0
 */
record Variant(String name, String outage, String file, String right, String wrong, List<String> caughtBy, long seed) {
    Variant {
        caughtBy = List.copyOf(caughtBy);
    }

    static Variant of(String name, String outage) {
        return new Variant(name, outage, "", "", "", List.of(), 0);
    }

    Variant in(String where, String as, String instead) {
        return new Variant(name, outage, where, as, instead, caughtBy, seed);
    }

    Variant caughtBy(String... invariants) {
        return new Variant(name, outage, file, right, wrong, List.of(invariants), seed);
    }

    /** With a seed that found it once. */
    Variant hint(long found) {
        return new Variant(name, outage, file, right, wrong, caughtBy, found);
    }

    @Override
    public String toString() {
        return name;
    }
}
