package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Operator;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose instance it is: what is none of our business is acknowledged once, and nothing else happens. */
class OursTest extends ScenarioTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void aGroupWithTheRequiredTagIsDrained() {
        Run run = begin(ordinary().with("RequiredTag", "team=web"));
        run.tag(Ordinary.GROUP, "team", "web");

        run.drain(2);

        assertThat(run.ours()).hasSize(2).allMatch(ending -> ending.leftovers().isEmpty());
    }

    /** Each of the two is one of many that share a queue: what the others do not handle must not come back for ever. */
    @Test
    void aGroupWithoutTheRequiredTagIsAcknowledgedOnceAndNotTouched() {
        Run run = begin(ordinary()
                .with("RequiredTag", "team=web")
                .before(aws ->
                        aws.autoScaling().create(GroupSpec.of("theirs", 2).cluster(Ordinary.CLUSTER, 4))));
        run.allowed().unfinished();
        run.attach("theirs", null);
        run.tag("theirs", "team", "batch");
        String instance = run.in("theirs", "InService").get(0);
        long before = run.evidence().calls().size();

        run.terminate(instance);
        run.within(SOON, "it waits", () -> !run.in("theirs", "Terminating:Wait").isEmpty());
        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
        run.pass(Duration.ofMinutes(10));

        assertThat(leftAlone(run, instance)).hasSize(1);
        assertThat(callsSince(run, before))
                .filteredOn(call -> call.caller().equals("deregister"))
                .extracting(Evidence.Call::name)
                .containsExactly("autoscaling:DescribeAutoScalingGroups");
        assertThat(callsSince(run, before)).noneMatch(OursTest::changesSomething);
    }

    /**
     * Notices of other people's instances came again for ever (aws/karpenter-provider-aws#5536): EC2 sends those of the
     * whole account.
     */
    @Test
    void theSpotNoticeOfAnInstanceInNoClusterIsAcknowledgedOnceAndNothingIsChanged() {
        Run run = begin(ordinary().before(aws -> aws.autoScaling().create(GroupSpec.of("plain", 1))));
        String instance = run.in("plain", "InService").get(0);
        long before = run.evidence().calls().size();

        run.aws().announcements().interrupt(instance);
        run.within(SOON, "it is left alone", () -> !leftAlone(run, instance).isEmpty());
        run.pass(Duration.ofMinutes(10));

        assertThat(leftAlone(run, instance)).hasSize(1);
        assertThat(run.messagesWaiting()).isZero();
        assertThat(callsSince(run, before)).noneMatch(OursTest::changesSomething);
    }

    private static boolean changesSomething(Evidence.Call call) {
        return call.writes() && Set.of("deregister", "terminator").contains(call.caller());
    }

    private static List<Evidence.Call> callsSince(Run run, long number) {
        return run.evidence().calls().stream()
                .skip(number)
                .filter(call -> !call.caller().equals(Operator.NAME))
                .toList();
    }

    private static List<String> leftAlone(Run run, String instance) {
        return run.evidence().logLines().stream()
                .filter(line -> line.contains("Left alone") && line.contains(instance))
                .toList();
    }
}
