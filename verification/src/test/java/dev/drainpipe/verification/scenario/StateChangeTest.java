package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Instances that somebody stops or ends by hand, of which EC2 tells us. */
class StateChangeTest extends ScenarioTest {
    private static final Duration SOON = Duration.ofMinutes(5);

    @Test
    void anInstanceThatIsStoppedByHandGetsNoTaskMoreAndIsLetGoWhenItsGroupReplacesIt() {
        Run run = begin(ordinary().behind(Front.NONE).with("ReasonsToLeave", "ALL"));
        String instance = run.anInstanceWithATask();
        run.evidence().asked(instance);

        run.aws().eventBus().publish(Bodies.stateChange(instance, "stopping", run.now()));
        draining(run, instance);
        run.world().ec2().terminate(instance);
        run.aws().eventBus().publish(Bodies.stateChange(instance, "stopped", run.now()));

        assertThat(run.letGo(instance).took()).isLessThan(SOON);
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    void anInstanceOfNoGroupThatIsStoppedByHandHangsNobody() {
        Run run = begin(ordinary().behind(Front.NONE).with("ReasonsToLeave", "ALL"));
        String instance = run.anInstance();
        run.evidence().asked(instance);
        run.operator()
                .autoScaling()
                .detachInstances(r -> r.autoScalingGroupName(Ordinary.GROUP)
                        .instanceIds(instance)
                        .shouldDecrementDesiredCapacity(true));

        run.aws().eventBus().publish(Bodies.stateChange(instance, "stopping", run.now()));

        draining(run, instance);
        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isZero();
    }

    @Test
    void anInstanceThatIsEndedByHandIsLetGoInOnePass() {
        Run run = begin(ordinary().behind(Front.NONE).with("ReasonsToLeave", "ALL"));
        String instance = run.anInstance();
        run.evidence().asked(instance);

        run.world().ec2().terminate(instance);

        assertThat(run.letGo(instance).took()).isLessThan(SOON);
        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
    }

    private static void draining(Run run, String instance) {
        run.within(
                Duration.ofSeconds(10),
                "it is DRAINING",
                () -> run.ecsStatus(instance).equals("DRAINING"));
    }
}
