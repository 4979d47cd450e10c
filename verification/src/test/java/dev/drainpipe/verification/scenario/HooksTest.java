package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

/** Hooks that are not ours, and moves that are no terminations. */
class HooksTest extends ScenarioTest {
    private static final String MANAGED = "ecs-managed-draining-termination-hook";

    /** ECS managed draining is on by default for capacity providers, and puts its own hook beside ours. */
    @Test
    void ourHookAndTheOneOfEcsManagedDrainingWorkSideBySide() {
        Run run = begin(ordinary().before(aws -> putHook(aws, MANAGED, "autoscaling:EC2_INSTANCE_TERMINATING")));
        String instance = run.anInstance();

        run.terminate(instance);
        Ending ours = run.letGo(instance);
        assertThat(run.in("Terminating:Wait")).containsExactly(instance);
        complete(run, instance, "CONTINUE");

        assertThat(ours.result()).isEqualTo("CONTINUE");
        run.until("it is gone", () -> run.world().ec2().find(instance).isEmpty());
    }

    @Test
    void whenAnotherHookAbandonsTheInstanceOurDrainIsOver() {
        Run run = begin(ordinary().before(aws -> putHook(aws, MANAGED, "autoscaling:EC2_INSTANCE_TERMINATING")));
        run.allowed().otherEnds().drops();
        String instance = run.anInstance();
        run.hold(instance);
        run.terminate(instance);
        run.until("it is DRAINING", () -> run.ecsStatus(instance).equals("DRAINING"));

        complete(run, instance, "ABANDON");

        assertThat(run.letGo(instance).how()).isEqualTo(ActionStep.CANCELLED);
        run.within(Duration.ofMinutes(3), "the queues are empty", () -> run.messagesWaiting() == 0);
    }

    @Test
    void anInstanceThatGoesBackToTheWarmPoolIsLeftAlone() {
        Run run = begin(ordinary().group(GroupSpec::reusing));
        run.allowed().otherEnds();

        run.scaleIn(1);
        run.until("it waits", () -> run.startedByOurHook().size() == 1);
        run.within(Duration.ofMinutes(3), "the queues are empty", () -> run.messagesWaiting() == 0);

        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isZero();
        assertThat(run.calls("ecs:UpdateContainerInstancesState")).isZero();
        run.within(Duration.ofHours(1), "its hook times out", () -> run.ours().size() == 1);
    }

    private static void putHook(SimulatedAws aws, String name, String transition) {
        aws.autoScaling()
                .putLifecycleHook(PutLifecycleHookRequest.builder()
                        .autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(name)
                        .lifecycleTransition(transition)
                        .heartbeatTimeout(3600)
                        .defaultResult("CONTINUE")
                        .build());
    }

    private static void complete(Run run, String instance, String result) {
        run.operator()
                .autoScaling()
                .completeLifecycleAction(action -> action.autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(MANAGED)
                        .instanceId(instance)
                        .lifecycleActionResult(result));
    }
}
