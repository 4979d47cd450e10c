package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.autoscaling.model.RetentionAction;

/** Drains that are not over in time, and what the operator wanted then. */
class DeadlineTest extends ScenarioTest {
    @ParameterizedTest
    @ValueSource(strings = {"CONTINUE", "ABANDON"})
    void anOverdueDrainEndsAtItsDeadlineAsTheOperatorChose(String onDeadline) {
        Run run = begin(ordinary().deadline(Duration.ofMinutes(1), onDeadline));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.endless(), instance);

        run.terminate(instance);
        Ending ending = run.letGo(instance);

        assertThat(ending.result()).isEqualTo(onDeadline);
        assertThat(ending.took()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(140));
        assertThat(ending.leftovers()).hasSize(1);
    }

    @Test
    void anOverdueInstanceThatIsToBeKeptIsKeptUntilItIsDrained() {
        Run run = begin(ordinary().deadline(Duration.ofMinutes(1), "KEEP"));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(25)), instance);

        run.terminate(instance);
        run.within(Duration.ofMinutes(40), "it is let go", () -> !run.ours().isEmpty());

        assertThat(run.ours()).singleElement().satisfies(ending -> {
            assertThat(ending.result()).isEqualTo("CONTINUE");
            assertThat(ending.how()).isEqualTo(ActionStep.COMPLETED);
            assertThat(ending.leftovers()).isEmpty();
        });
    }

    @Test
    void anAbandonedInstanceOfAGroupThatRetainsItsOwnIsRetained() {
        Run run = begin(ordinary().deadline(Duration.ofMinutes(1), "ABANDON"));
        run.operator()
                .autoScaling()
                .updateAutoScalingGroup(group -> group.autoScalingGroupName(Ordinary.GROUP)
                        .instanceLifecyclePolicy(policy -> policy.retentionTriggers(
                                triggers -> triggers.terminateHookAbandon(RetentionAction.RETAIN))));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.endless(), instance);

        run.terminate(instance);
        run.letGo(instance);
        run.pass(Duration.ofMinutes(5));

        assertThat(run.in("Terminating:Retained")).containsExactly(instance);
        assertThat(run.world().ec2().find(instance)).isPresent();
    }

    @Test
    void theDeadlineCountsFromWhatAutoScalingSaidAndNotFromWhenWeHeardIt() {
        Run run = begin(ordinary().deadline(Duration.ofMinutes(10), "CONTINUE"));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.endless(), instance);
        run.stopFunctions();
        run.terminate(instance);
        run.pass(Duration.ofMinutes(8));
        run.startFunctions();

        assertThat(run.letGo(instance).took()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    }

    /** ECS could place a task on it in the moment in which it is let go. */
    @Test
    void anInstanceThatIsActiveAgainIsNotLetGoAtTheDeadlineButSentBack() {
        Run run = begin(ordinary().deadline(Duration.ofMinutes(1), "CONTINUE"));
        String instance = run.anInstance();
        run.terminate(instance);
        run.until("it is DRAINING", () -> run.ecsStatus(instance).equals("DRAINING"));
        String arn = run.containerInstanceOf(instance);
        run.operator()
                .ecs()
                .updateContainerInstancesState(
                        r -> r.cluster(Ordinary.CLUSTER).containerInstances(arn).status("ACTIVE"));
        run.faults().add(Fault.on(FaultKind.THROTTLED, "ecs:UpdateContainerInstancesState"));
        run.pass(Duration.ofMinutes(5));
        assertThat(run.ours()).isEmpty();

        run.faults().clear();

        // Its deadline is over, so a task may be left; but it is DRAINING again.
        assertThat(run.letGo(instance).leftovers()).doesNotContain("it is ACTIVE");
    }
}
