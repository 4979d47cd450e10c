package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instances that are launched, on a hook that sends to our queue. */
class LaunchHookTest extends ScenarioTest {
    private static final String HOOK = "launch-hook";

    @Test
    void aLaunchThatNobodyAskedUsToCompleteCostsNoCall() {
        Run run = begin(ordinary());
        hook(run, "{\"cluster_name\": \"c\"}");

        String instance = launched(run);
        run.pass(Duration.ofMinutes(5));

        assertThat(run.in("Pending:Wait")).containsExactly(instance);
        assertThat(run.said("Left alone: " + instance)).hasSize(1);
        assertThat(run.messagesWaiting()).isZero();
        assertThat(run.evidence().calls()).extracting(Evidence.Call::caller).doesNotContain("deregister");
    }

    @Test
    void aLaunchIsCompletedOnlyWhenTheInstanceIsActiveAndItsAgentIsConnected() {
        Run run = begin(ordinary());
        hook(run, "{\"complete_launch\": true}");
        run.stopFunctions();
        String instance = launched(run);
        run.until("it is ACTIVE", () -> run.ecsStatus(instance).equals("ACTIVE"));
        run.aws().ecs().setAgentConnected(instance, false);
        run.startFunctions();

        run.pass(Duration.ofMinutes(4));
        assertThat(run.in("Pending:Wait")).containsExactly(instance);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isZero();
        Instant connected = run.now();
        run.aws().ecs().setAgentConnected(instance, true);

        run.within(Duration.ofMinutes(2), "it serves", () -> run.in("InService").contains(instance));
        assertThat(ends(run)).singleElement().satisfies(end -> {
            assertThat(end.step()).isEqualTo(ActionStep.COMPLETED);
            assertThat(end.result()).contains("CONTINUE");
            assertThat(end.at()).isAfter(connected);
        });
    }

    @Test
    void aLaunchThatIsNeverReadyIsLeftToItsHooksTimeOut() {
        Run run = begin(ordinary());
        hook(run, "{\"complete_launch\": true}");
        run.stopFunctions();
        String instance = launched(run);
        run.until("it is ACTIVE", () -> run.ecsStatus(instance).equals("ACTIVE"));
        run.aws().ecs().setAgentConnected(instance, false);
        run.startFunctions();

        run.until("its hook has ended", () -> !ends(run).isEmpty());

        assertThat(ends(run).get(0).step()).isEqualTo(ActionStep.TIMED_OUT);
        assertThat(run.calls("autoscaling:RecordLifecycleActionHeartbeat")).isZero();
    }

    private static void hook(Run run, String metadata) {
        run.operator()
                .autoScaling()
                .putLifecycleHook(hook -> hook.autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(HOOK)
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                        .heartbeatTimeout(1200)
                        .defaultResult("CONTINUE")
                        .notificationTargetARN(run.lifecycleQueue().arn())
                        .roleARN("arn:aws:iam::111122223333:role/hook")
                        .notificationMetadata(metadata));
    }

    /** One instance more, which waits on the hook. */
    private static String launched(Run run) {
        run.aws().autoScaling().setDesiredCapacity(Ordinary.GROUP, 5);
        run.until("it waits", () -> !run.in("Pending:Wait").isEmpty());
        String instance = run.in("Pending:Wait").get(0);
        run.evidence().asked(instance);
        return instance;
    }

    private static List<LifecycleAction> ends(Run run) {
        return run.evidence()
                .of(LifecycleAction.class)
                .filter(action -> action.hook().equals(HOOK) && action.step() != ActionStep.STARTED)
                .toList();
    }
}
