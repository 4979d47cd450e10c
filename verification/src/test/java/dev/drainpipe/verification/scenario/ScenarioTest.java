package dev.drainpipe.verification.scenario;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The base of all scenarios: begins runs, and when a test is over lets them end and checks their invariants. */
abstract class ScenarioTest {
    private final List<Run> runs = new ArrayList<>();

    /** The ordinary account, to spoil one thing in. */
    static Ordinary ordinary() {
        return new Ordinary();
    }

    /** Boots the account: all instances in service, all tasks healthy, traffic on its way. */
    Run begin(Ordinary account) {
        Run run = new Run(account);
        runs.add(run);
        run.boot();
        return run;
    }

    @AfterEach
    void theInvariantsHold() {
        try {
            for (Run run : runs) {
                run.finish();
                new Invariants(run).check();
            }
        } finally {
            runs.forEach(Run::close);
        }
    }
}
