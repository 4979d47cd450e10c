package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Load balancers first, and whoever was never told of all the same. */
class OrderTest extends ScenarioTest {
    /** Tasks were stopped while a load balancer still sent requests to them (aws/containers-roadmap#2052). */
    @ParameterizedTest
    @EnumSource(names = {"CLASSIC_OUTSIDE", "TARGET_GROUP_OUTSIDE"})
    void leavingTheLoadBalancerIsAskedForNoLaterThanDraining(Front front) {
        Run run = begin(ordinary().behind(front).tasks(4));

        run.drain(2);

        String leave = front == Front.CLASSIC_OUTSIDE ? "DeregisterInstancesFromLoadBalancer" : "DeregisterTargets";
        assertThat(first(run, "elasticloadbalancing:" + leave))
                .isBeforeOrEqualTo(first(run, "ecs:UpdateContainerInstancesState"));
    }

    @Test
    void aGroupsOwnLoadBalancerLetsGoBeforeWeAreAsked() {
        Run run = begin(ordinary().behind(Front.CLASSIC).group(group -> group.loadBalancers(Ordinary.LOAD_BALANCER)));

        run.drain(2);

        assertThat(run.ours()).hasSize(2).allMatch(ending -> ending.leftovers().isEmpty());
    }

    /**
     * Events were lost: deleted before they were handled, or expired (aws/aws-node-termination-handler#360,
     * buildkite/lifecycled#55).
     */
    @Test
    void anInstanceWhoseMessageWasLostIsFoundAllTheSame() {
        Run run = begin(ordinary());
        run.stopFunctions();
        run.scaleIn(1);
        String instance = run.waiting(1).get(0);
        run.pass(Duration.ofSeconds(2));
        run.intercept();
        run.startFunctions();

        assertThat(run.letGo(instance).took()).isLessThan(Duration.ofMinutes(20));
    }

    private static Instant first(Run run, String name) {
        return run.evidence().calls().stream()
                .filter(call -> call.name().equals(name))
                .map(Evidence.Call::at)
                .findFirst()
                .orElseThrow();
    }
}
