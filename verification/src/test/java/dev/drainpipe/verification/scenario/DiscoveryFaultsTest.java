package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Quick;
import dev.drainpipe.simulator.fault.CallSite;
import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A search for load balancers in which one call fails: an instance that stays in one that was not found is let go with
 * requests on their way, and nobody waits for it.
 */
class DiscoveryFaultsTest extends ScenarioTest {
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{1} at {2}, {0}")
    @MethodSource("faults")
    void aFaultInTheSearchNeverLeavesAnInstanceInItsLoadBalancer(Front front, FaultKind kind, CallSite call) {
        Run run = begin(account(front));
        run.faults().add(Fault.at(kind, call.number()));

        run.drain(2);

        assertThat(run.ours()).hasSize(2).allMatch(ending -> ending.leftovers().isEmpty());
    }

    static List<Arguments> faults() {
        List<Arguments> faults = new ArrayList<>();
        for (Front front : List.of(Front.CLASSIC_OUTSIDE, Front.TARGET_GROUP_OUTSIDE)) {
            recorded(front).stream()
                    .filter(call ->
                            call.caller().equals("deregister") && call.name().startsWith("elasticloadbalancing"))
                    .forEach(call -> EnumSet.allOf(FaultKind.class).stream()
                            .filter(kind -> kind.befalls(call) && !halfAGroup(kind, call))
                            .forEach(kind -> faults.add(Arguments.of(front, kind, call))));
        }
        return faults;
    }

    /**
     * AWS answers with all targets of a group in one piece, never with some. To ask each group twice all the same would
     * double what a search costs; groups that are empty, or named, are asked twice.
     */
    private static boolean halfAGroup(FaultKind kind, CallSite call) {
        return kind == FaultKind.PARTIAL_ANSWER && call.name().endsWith(":DescribeTargetHealth");
    }

    private static List<CallSite> recorded(Front front) {
        try (Run run = new Run(account(front))) {
            run.boot();
            run.drain(2);
            return run.faults().calls();
        }
    }

    private static Ordinary account(Front front) {
        return ordinary()
                .behind(front)
                .tasks(4)
                .with("LoadBalancerName", "")
                .with("TargetGroupArns", "")
                .settings(Quick::withoutLatency);
    }
}
