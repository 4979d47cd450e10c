package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A dry run looks, logs, and changes nothing. */
class DryRunTest extends ScenarioTest {
    @Test
    void aDryRunMakesNoCallThatChangesAnything() {
        Run run = begin(ordinary().with("DryRun", "true"));
        run.allowed().unfinished().otherEnds();

        run.scaleIn(2);
        run.pass(Duration.ofMinutes(10));

        assertThat(run.evidence().calls()).filteredOn(Evidence.Call::writes).isEmpty();
        assertThat(run.evidence().logLines()).anyMatch(line -> line.contains("would drain"));
        assertThat(run.in("Terminating:Wait")).hasSize(2);
    }
}
