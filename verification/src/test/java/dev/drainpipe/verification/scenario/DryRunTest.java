package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Operator;
import dev.drainpipe.verification.scenario.Evidence.Call;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A dry run looks, logs, and changes nothing. */
class DryRunTest extends ScenarioTest {
    /** All that a dry run may call: whatever is not here changes something. */
    private static final Set<String> READS = Set.of(
            "application-autoscaling:DescribeScalableTargets",
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "autoscaling:DescribeLifecycleHooks",
            "autoscaling:DescribeScalingActivities",
            "autoscaling:DescribeTags",
            "ecs:DescribeClusters",
            "ecs:DescribeContainerInstances",
            "ecs:DescribeServices",
            "ecs:DescribeTasks",
            "ecs:GetTaskProtection",
            "ecs:ListClusters",
            "ecs:ListContainerInstances",
            "ecs:ListServices",
            "ecs:ListTasks",
            "elasticloadbalancing:DescribeInstanceHealth",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ReceiveMessage");

    @ParameterizedTest
    @EnumSource
    void aScaleInMakesNoCallThatChangesAnything(Front front) {
        Run run = begin(dry().behind(front).tasks(front.outside() ? 4 : 3));

        run.scaleIn(2);
        run.pass(Duration.ofMinutes(10));

        changesNothing(run);
        assertThat(run.said("would drain")).isNotEmpty();
        assertThat(run.in("Terminating:Wait")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CLASSIC_OUTSIDE, elasticloadbalancing:DeregisterInstancesFromLoadBalancer",
        "TARGET_GROUP_OUTSIDE, elasticloadbalancing:DeregisterTargets"
    })
    void eachCallThatIsLeftOutIsNamed(Front front, String deregistration) {
        // One instance more is kept free than there is, so the count would be lowered.
        Run run = begin(dry().behind(front).tasks(4).with("NCount", 1));

        run.scaleIn(1);
        run.pass(Duration.ofMinutes(3));

        changesNothing(run);
        for (String call :
                Set.of("ecs:UpdateContainerInstancesState", deregistration, "sqs:SendMessage", "ecs:UpdateService")) {
            assertThat(run.said("Dry run: would call " + call)).as(call).isNotEmpty();
        }
    }

    @Test
    void anInstanceThatWasHandedOverBeforeIsNeitherLetGoNorForgotten() {
        Run run = begin(dry().behind(Front.NONE));
        run.scaleIn(1);
        String instance = run.waiting(1).get(0);
        String arn = run.containerInstanceOf(instance);
        run.operator()
                .ecs()
                .updateContainerInstancesState(
                        r -> r.cluster(Ordinary.CLUSTER).containerInstances(arn).status("DRAINING"));
        run.terminationQueue().send(Bodies.handOver(instance, run.now()));

        run.pass(Duration.ofMinutes(10));

        changesNothing(run);
        for (String call : Set.of("autoscaling:CompleteLifecycleAction with CONTINUE", "sqs:DeleteMessage")) {
            assertThat(run.said("Dry run: would call " + call)).as(call).isNotEmpty();
        }
        assertThat(run.in("Terminating:Wait")).containsExactly(instance);
        assertThat(run.terminationQueue().visible() + run.terminationQueue().inFlight())
                .isEqualTo(1);
    }

    private static Ordinary dry() {
        return ordinary().with("DryRun", "true");
    }

    private static void changesNothing(Run run) {
        run.allowed().unfinished().otherEnds();
        assertThat(run.evidence().calls())
                .filteredOn(call -> !call.caller().equals(Operator.NAME))
                .extracting(Call::name)
                .isNotEmpty()
                .isSubsetOf(READS);
    }
}
