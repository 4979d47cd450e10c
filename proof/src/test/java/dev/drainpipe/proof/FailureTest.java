package dev.drainpipe.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.draw.Draw;
import dev.drainpipe.proof.draw.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure says all that one needs to see it again. */
class FailureTest {
    @Test
    void itTellsSeedStepCommitInvariantPlanAndCommand() {
        Plan plan = Draw.plan(7);
        Violation violation = new Violation("Nothing", "Nothing happens.", Duration.ofMillis(1500), 12, "something");
        RunResult result = new RunResult(plan, List.of(violation), new Coverage(), 99, 1, Duration.ofMinutes(5));

        List<String> lines = new Failure(result, plan.withTroubles(List.of()), "abc1234").lines();

        assertThat(lines.get(0)).isEqualTo("Seed 7, step 12, at 1.500 s, commit abc1234: Nothing");
        assertThat(lines).contains("  should hold  Nothing happens.", "  was seen     something");
        assertThat(lines).contains("  again        ./drainpipe simulate --seed 7 --log");
        assertThat(lines).noneMatch(line -> line.contains("trouble:"));
    }
}
