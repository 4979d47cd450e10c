package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Things that are not there any more while an instance drains: gone is done, in one pass, without retries. */
class GoneTest extends ScenarioTest {
    private static final Duration SOON = Duration.ofMinutes(5);

    /** Hooks hung on instances that were gone already (aws/aws-cdk#6867, getsocial-rnd/ecs-drain-lambda#6). */
    @Test
    void anInstanceThatSomebodyEndedByHandBeforeItsDrainIsLetGo() {
        Run run = begin(ordinary());
        String instance = run.anInstance();
        run.allowed().drops();

        run.world().ec2().terminate(instance);

        assertThat(run.letGo(instance).took()).isLessThan(SOON);
    }

    /** See above. */
    @Test
    void anInstanceThatSomebodyEndsByHandInTheMiddleOfItsDrainIsLetGo() {
        Run run = begin(ordinary());
        run.allowed().drops();
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.endless(), instance);
        run.terminate(instance);
        run.until("it is DRAINING", () -> run.ecsStatus(instance).equals("DRAINING"));
        run.pass(Duration.ofSeconds(45));

        run.world().ec2().terminate(instance);

        // Its container instance is INACTIVE after two minutes.
        run.within(SOON, "it is let go", () -> !run.ours().isEmpty());
        assertThat(run.ours())
                .singleElement()
                .satisfies(ending -> assertThat(ending.leftovers()).isEmpty());
    }

    /** Messages of deleted hooks came again for ever (keikoproj/lifecycle-manager#5). */
    @Test
    void whenTheHookIsDeletedInTheMiddleTheDrainIsOver() {
        Run run = begin(ordinary());
        run.allowed().otherEnds().early();
        String instance = held(run);

        run.operator()
                .autoScaling()
                .deleteLifecycleHook(
                        hook -> hook.autoScalingGroupName(Ordinary.GROUP).lifecycleHookName(Run.HOOK));

        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isZero();
        assertThat(run.in("Terminating:Wait")).doesNotContain(instance);
    }

    /** Deleted stacks left instances in Terminating:Wait for an hour (aws/aws-cdk#18179, #24641). */
    @Test
    void whenTheGroupIsDeletedInTheMiddleTheDrainIsOver() {
        Run run = begin(ordinary());
        run.allowed().otherEnds().drops();
        held(run);

        run.operator()
                .autoScaling()
                .deleteAutoScalingGroup(
                        group -> group.autoScalingGroupName(Ordinary.GROUP).forceDelete(true));

        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isZero();
    }

    @Test
    void whenTheClassicLoadBalancerIsDeletedInTheMiddleNothingIsLeftToWaitFor() {
        Run run = begin(ordinary().behind(Front.CLASSIC_OUTSIDE).tasks(4).quiet());
        String instance = held(run);

        run.operator().classic().deleteLoadBalancer(lb -> lb.loadBalancerName(run.loadBalancer()));
        run.stopHolding(instance);

        assertThat(run.letGo(instance).result()).isEqualTo("CONTINUE");
    }

    @Test
    void aLoadBalancerThatNeverWasHoldsNobody() {
        Run run = begin(ordinary().behind(Front.NONE).with("LoadBalancerName", "no-such-lb"));

        run.drain(2);

        assertThat(run.ours()).hasSize(2);
    }

    @Test
    void whenTheTargetGroupIsDeletedInTheMiddleNothingIsLeftToWaitFor() {
        Run run = begin(ordinary().behind(Front.TARGET_GROUP_OUTSIDE).tasks(4).quiet());
        String instance = held(run);

        run.operator().targetGroups().deleteLoadBalancer(lb -> lb.loadBalancerArn(run.frontendOfTheTargetGroup()));
        run.operator().targetGroups().deleteTargetGroup(group -> group.targetGroupArn(run.loadBalancer()));
        run.stopHolding(instance);

        assertThat(run.letGo(instance).result()).isEqualTo("CONTINUE");
    }

    @Test
    void whenTheClusterIsDeletedInTheMiddleNothingIsLeftToWaitFor() {
        Run run = begin(ordinary().behind(Front.NONE));
        run.allowed().failedTicks();
        String instance = held(run);

        run.stopHolding(instance);
        deleteTheCluster(run);

        assertThat(run.letGo(instance).took()).isLessThan(SOON);
    }

    @Test
    void anInstanceOfAClusterThatIsGoneIsLetGo() {
        Run run = begin(ordinary().behind(Front.NONE));
        run.allowed().failedTicks();
        String instance = run.anInstance();
        deleteTheCluster(run);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isLessThan(SOON);
    }

    private static void deleteTheCluster(Run run) {
        EcsClient ecs = run.operator().ecs();
        ecs.deleteService(
                r -> r.cluster(Ordinary.CLUSTER).service(Ordinary.SERVICE).force(true));
        run.aws()
                .ecs()
                .containerInstances(Ordinary.CLUSTER)
                .forEach(instance -> ecs.deregisterContainerInstance(r -> r.cluster(Ordinary.CLUSTER)
                        .containerInstance(instance.containerInstanceArn())
                        .force(true)));
        run.pass(Duration.ofSeconds(40));
        ecs.deleteCluster(r -> r.cluster(Ordinary.CLUSTER));
    }

    @Test
    void aContainerInstanceThatSomebodyDeregisteredIsNoReasonToWait() {
        Run run = begin(ordinary().behind(Front.NONE));
        String instance = held(run);
        String arn = run.containerInstanceOf(instance);

        run.stopHolding(instance);
        run.operator()
                .ecs()
                .deregisterContainerInstance(
                        r -> r.cluster(Ordinary.CLUSTER).containerInstance(arn).force(true));

        assertThat(run.letGo(instance).took()).isLessThan(SOON);
    }

    @Test
    void aMessageAboutAnInstanceThatNobodyKnowsIsForgotten() {
        Run run = begin(ordinary());
        String unknown = "i-00000000000000000";
        run.evidence().asked(unknown);

        run.lifecycleQueue().send(Bodies.termination(unknown));

        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
    }

    /** An instance on its way out that a task holds. */
    private static String held(Run run) {
        String instance = run.anInstance();
        run.hold(instance);
        run.terminate(instance);
        run.until("it is DRAINING", () -> run.ecsStatus(instance).equals("DRAINING"));
        run.pass(Duration.ofSeconds(45));
        return instance;
    }
}
