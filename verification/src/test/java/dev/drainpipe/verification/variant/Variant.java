package dev.drainpipe.verification.variant;

import java.util.ArrayList;
import java.util.List;

/**
 * One deliberate mistake: a few lines of the product, and what somebody might write instead.
 *
 * @param name what it does wrong, in a few words
 * @param outage what that would cost, or whose bug it repeats
 * @param edits the lines; several only where one line of defence stands behind another
 * @param caughtBy the invariants of which at least one must find it
 * @param hole why nothing finds it yet; empty if something does
 */
record Variant(String name, String outage, List<Edit> edits, List<String> caughtBy, String hole) {
    Variant {
        edits = List.copyOf(edits);
        caughtBy = List.copyOf(caughtBy);
    }

    /**
     * Some lines of one class.
     *
     * @param file the module and the class, such as {@code terminator/TaskLook}
     * @param right the lines as they are; how they are broken does not matter
     * @param wrong what stands there instead
     */
    record Edit(String file, String right, String wrong) {}

    static Variant of(String name, String outage) {
        return new Variant(name, outage, List.of(), List.of(), "");
    }

    Variant in(String file, String right, String wrong) {
        List<Edit> more = new ArrayList<>(edits);
        more.add(new Edit(file, right, wrong));
        return new Variant(name, outage, more, caughtBy, hole);
    }

    Variant caughtBy(String... invariants) {
        return new Variant(name, outage, edits, List.of(invariants), hole);
    }

    /** Nothing finds it yet, and this is why. */
    Variant notYet(String reason) {
        return new Variant(name, outage, edits, caughtBy, reason);
    }

    /** Whether something must find it. */
    boolean mustBeCaught() {
        return hole.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}
