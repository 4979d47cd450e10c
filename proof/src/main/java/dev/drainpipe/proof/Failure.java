package dev.drainpipe.proof;

import dev.drainpipe.proof.draw.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * A failed run, as it is told to people: what did not hold, what was needed for that, and how to see it again.
 *
 * @param result of the run
 * @param shortest what is left of its plan when all is taken away that is not needed
 * @param commit of the sources, as far as it is known
 */
public record Failure(RunResult result, Plan shortest, String commit) {
    /** The story, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Violation violation : result.violations()) {
            lines.add("Seed %d, step %d, at %d.%03d s, commit %s: %s"
                    .formatted(
                            result.seed(),
                            violation.step(),
                            violation.at().toSeconds(),
                            violation.at().toMillisPart(),
                            commit,
                            violation.invariant()));
            lines.add("  should hold  " + violation.sentence());
            lines.add("  was seen     " + violation.seen());
        }
        lines.add("  needs");
        shortest.lines().forEach(line -> lines.add("    " + line));
        lines.add("  again        ./drainpipe simulate --seed " + result.seed() + " --log");
        return lines;
    }
}
