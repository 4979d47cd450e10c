package dev.drainpipe.verification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;

/** The roles of template.yaml, enforced: they allow all that a drain needs, and nothing on another cluster. */
class RolesAtWorkTest {
    private static final String GROUP = EnforcedAccount.GROUP;

    private final EnforcedAccount account = new EnforcedAccount();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aDrainOfANamedGroupBehindNamedLoadBalancersNeedsNothingThatIsNotAllowed() throws IOException {
        account.deploy(Map.of(
                "ClusterName",
                "c",
                "AutoScalingGroupName",
                GROUP,
                "LoadBalancerName",
                "lb",
                "TargetGroupArns",
                account.targetGroup));

        account.scaleIn();

        assertThatTheDrainEnded();
        assertThat(account.done()).contains("DeregisterInstancesFromLoadBalancer", "DeregisterTargets");
    }

    @Test
    void aDrainInAFurtherClusterOfATaggedGroupNeedsNothingThatIsNotAllowed() throws IOException {
        Deployment deployment = account.deploy(
                Map.of("ClusterName", "main", "ClusterPattern", "c*", "StandaloneTasks", "stop-after-60"));
        account.attach(deployment, "c");
        account.autoScaling("operator")
                .createOrUpdateTags(r -> r.tags(Tag.builder()
                        .resourceId(GROUP)
                        .resourceType("auto-scaling-group")
                        .key("drainpipe")
                        .value("main")
                        .build()));

        account.scaleIn();

        assertThatTheDrainEnded();
    }

    @Test
    void aDrainThatFindsItsLoadBalancersByItselfNeedsNothingThatIsNotAllowed() throws IOException {
        account.deploy(Map.of("ClusterName", "c", "AutoScalingGroupName", GROUP));

        account.scaleIn();

        assertThatTheDrainEnded();
        assertThat(account.done())
                .contains(
                        "DescribeLoadBalancers",
                        "DescribeTargetGroups",
                        "DeregisterInstancesFromLoadBalancer",
                        "DeregisterTargets");
    }

    @Test
    void aSpotInstanceThatIsTakenBackIsDrainedWithNothingThatIsNotAllowed() throws IOException {
        deployForAllReasons();
        String instance = account.anInstance();

        account.aws.announcements().interrupt(instance);
        account.aws.world().run(Duration.ofMinutes(10));

        assertThat(account.refused()).as(account::story).isEmpty();
        assertThat(account.done()).as(account::story).contains("UpdateContainerInstancesState");
    }

    @Test
    void anInstanceThatIsRecommendedForReplacementIsHandedToItsGroupWithNothingThatIsNotAllowed() throws IOException {
        deployForAllReasons();
        String instance = account.anInstance();
        account.aws.ecs().startTask(TaskSpec.of("batch").withSlots(0), instance);

        account.aws.announcements().recommendRebalance(instance);
        account.aws.world().run(Duration.ofMinutes(30));

        assertThat(account.refused()).as(account::story).isEmpty();
        assertThat(account.done())
                .as(account::story)
                .contains("TerminateInstanceInAutoScalingGroup", "StopTask", "CompleteLifecycleAction");
        assertThat(account.aws.world().ec2().find(instance)).isEmpty();
    }

    private void deployForAllReasons() throws IOException {
        account.deploy(Map.of(
                "ClusterName", "c",
                "AutoScalingGroupName", GROUP,
                "StandaloneTasks", "stop-after-60",
                "ReasonsToLeave", "ALL"));
    }

    /** A group that nobody tagged could be let go all the same, if the role did not ask for the tag. */
    @Test
    void aGroupWithoutTheTagIsNotLetGo() throws IOException {
        Deployment deployment = account.deploy(Map.of("ClusterName", "c"));
        account.attach(deployment, "c");

        account.scaleIn();

        assertThat(account.aws.world().ec2().running()).as(account::story).hasSize(3);
        assertThat(account.refused())
                .extracting(WorldEvent.ApiCall::caller, WorldEvent.ApiCall::operation)
                .contains(tuple("terminator", "CompleteLifecycleAction"));
    }

    @Test
    void aDeploymentForAnotherClusterChangesNothingHereEvenIfAHookAsksItTo() throws IOException {
        Deployment deployment = account.deploy(Map.of("ClusterName", "other", "LoadBalancerName", "other"));
        account.attach(deployment, "c");

        account.scaleIn();

        assertThat(account.aws.ecs().containerInstances("c"))
                .extracting(ContainerInstance::status)
                .containsOnly("ACTIVE");
        assertThat(account.aws.world().ec2().running()).hasSize(3);
        assertThat(account.refused()).isNotEmpty();
    }

    @Test
    void aDeploymentForAnotherClusterIsRefusedEveryWriteHere() throws IOException {
        account.deploy(Map.of(
                "ClusterName", "other",
                "ClusterPattern", "prod-*",
                "StandaloneTasks", "stop-after-60",
                "ReasonsToLeave", "ALL"));
        ContainerInstance instance = account.aws.ecs().containerInstances("c").get(0);
        String task = account.aws.ecs().tasks("c").get(0).taskArn();

        for (String function : List.of("task-scaler", "deregister", "terminator")) {
            EcsClient ecs = account.ecs(function);
            AutoScalingClient autoScaling = account.autoScaling(function);
            assertRefused(() -> ecs.updateContainerInstancesState(r -> r.cluster("c")
                    .containerInstances(instance.containerInstanceArn())
                    .status(ContainerInstanceStatus.DRAINING)));
            assertRefused(
                    () -> ecs.updateService(r -> r.cluster("c").service("s").desiredCount(0)));
            assertRefused(() -> ecs.stopTask(r -> r.cluster("c").task(task)));
            assertRefused(() -> autoScaling.completeLifecycleAction(r -> r.autoScalingGroupName(GROUP)
                    .lifecycleHookName("h")
                    .instanceId(instance.ec2InstanceId())
                    .lifecycleActionResult("CONTINUE")));
            assertRefused(() -> autoScaling.recordLifecycleActionHeartbeat(
                    r -> r.autoScalingGroupName(GROUP).lifecycleHookName("h").instanceId(instance.ec2InstanceId())));
            assertRefused(() -> autoScaling.terminateInstanceInAutoScalingGroup(
                    r -> r.instanceId(instance.ec2InstanceId()).shouldDecrementDesiredCapacity(true)));
        }
    }

    private void assertThatTheDrainEnded() {
        assertThat(account.refused()).as(account::story).isEmpty();
        assertThat(account.aws.world().ec2().running()).as(account::story).hasSize(2);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).startsWith("AccessDenied"));
    }
}
