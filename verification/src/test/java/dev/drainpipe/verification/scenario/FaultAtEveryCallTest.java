package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Quick;
import dev.drainpipe.simulator.fault.CallSite;
import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two of four instances leave, again and again, and each time one API call of the run fails in one way: every call of a
 * recorded run, in every way, behind a Classic load balancer and behind none; behind a target group those calls that are
 * special to it.
 *
 * <p>The outcome is always the same: both instances are let go once, and not early; no request is lost, no message ends
 * on a dead-letter queue, and none is left.
 */
class FaultAtEveryCallTest extends ScenarioTest {
    // The method and not the class: nothing else runs meanwhile.
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{1} at {2}, {0}")
    @MethodSource("faults")
    void aFaultAtAnySingleCallNeverLeadsToCompletion(Front front, FaultKind kind, CallSite call) {
        Run run = begin(account(front));
        run.faults().add(Fault.at(kind, call.number()));
        if (kind.endsTheInvocation() || kind == FaultKind.DENIED) {
            run.allowed().failedTicks();
        }

        run.drain(2);

        assertThat(run.ours()).hasSize(2).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    static List<Arguments> faults() {
        List<Arguments> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Front front : List.of(Front.CLASSIC_OUTSIDE, Front.NONE, Front.TARGET_GROUP_OUTSIDE)) {
            for (CallSite call : recorded(front)) {
                boolean news = seen.add(call.caller() + " " + call.name());
                if (news || front != Front.TARGET_GROUP_OUTSIDE) {
                    EnumSet.allOf(FaultKind.class).stream()
                            .filter(kind -> kind.befalls(call))
                            .forEach(kind -> faults.add(Arguments.of(front, kind, call)));
                }
            }
        }
        return faults;
    }

    private static List<CallSite> recorded(Front front) {
        try (Run run = new Run(account(front))) {
            run.boot();
            run.drain(2);
            return run.faults().calls();
        }
    }

    /** Its tasks take long to stop, so that looks fall into the time in which no counter counts them any more. */
    private static Ordinary account(Front front) {
        return ordinary()
                .behind(front)
                // Where ECS does not know the load balancer, a task runs on each instance: the others can take over.
                .tasks(front.outside() ? 4 : 3)
                .task(task -> task.withShutdown(task.shutdown().withTakes(Duration.ofSeconds(25))))
                .settings(Quick::withoutLatency);
    }
}
