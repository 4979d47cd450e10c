package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.proof.run.Operator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The invariants of all scenarios can fail: each is broken here on purpose. */
class InvariantsTest {
    private final Run run = new Run(new Ordinary());

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void anInstanceThatSomebodyCompletedEarlyIsNoticed() {
        String instance = waiting();

        complete(instance);

        brokenAs("completed before its deadline with something left on it");
    }

    @Test
    void anActionThatEndedWithoutUsIsNoticed() {
        waiting();
        run.within(Duration.ofHours(1), "it times out", () -> !run.ours().isEmpty());

        brokenAs("ended by others");
    }

    @Test
    void anActionThatNeverEndsIsNoticed() {
        waiting();

        brokenAs("actions that ended");
    }

    @Test
    void anInstanceThatNobodyAskedForIsNoticed() {
        run.boot();
        String arn = run.containerInstanceOf(run.anInstance());

        new Operator(run.aws(), "deregister")
                .ecs()
                .updateContainerInstancesState(
                        r -> r.cluster(Ordinary.CLUSTER).containerInstances(arn).status("DRAINING"));

        brokenAs("instances that somebody asked for");
    }

    @Test
    void aDroppedRequestIsNoticed() {
        run.boot();

        run.in("InService").forEach(run.world().ec2()::terminate);
        run.pass(Duration.ofSeconds(10));

        brokenAs("dropped requests");
    }

    @Test
    void aTokenInALogIsNoticed() {
        waiting();
        complete(run.in("Terminating:Wait").get(0));
        run.allowed().early();

        run.aws()
                .functions()
                .log("terminator", "token " + run.evidence().tokens().iterator().next());

        brokenAs("log lines with a secret in them");
    }

    @Test
    void aDeadLetterIsNoticed() {
        run.boot();

        run.lifecycleQueue().send("no message at all");
        run.pass(Duration.ofMinutes(1));

        brokenAs("dead letters");
    }

    @Test
    void aMessageThatIsLeftIsNoticed() {
        run.boot();
        run.stopFunctions();

        run.lifecycleQueue().send("no message at all");

        brokenAs("messages on the queues");
    }

    /** An instance with a task that waits, while none of our functions works. */
    private String waiting() {
        run.boot();
        run.stopFunctions();
        run.scaleIn(1);
        String instance = run.waiting(1).get(0);
        run.pass(Duration.ofSeconds(2));
        run.intercept();
        return instance;
    }

    private void complete(String instance) {
        run.operator()
                .autoScaling()
                .completeLifecycleAction(action -> action.autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(Run.HOOK)
                        .instanceId(instance)
                        .lifecycleActionResult("CONTINUE"));
    }

    private void brokenAs(String sentence) {
        assertThatThrownBy(new Invariants(run)::check).hasMessageContaining(sentence);
    }
}
