package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Quick;
import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.sqs.SqsBehaviour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same thing said more than once. */
class RepeatedMessageTest extends ScenarioTest {
    /**
     * A drain tool for ECS let busy instances go on the second delivery of an event, because it looked at the tasks only
     * on the way to DRAINING (getsocial-rnd/ecs-drain-lambda, read in its source).
     */
    @Test
    void theSameMessageTenTimesHasTheEffectOfOne() {
        Run run = begin(ordinary());
        run.stopFunctions();
        run.scaleIn(1);
        String instance = run.waiting(1).get(0);
        run.pass(Duration.ofSeconds(2));
        String body = run.lifecycleQueue().bodies().stream()
                .filter(message -> message.contains(instance))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 9; i++) {
            run.lifecycleQueue().send(body);
        }
        run.startFunctions();

        run.letGo(instance);

        assertThat(run.calls("ecs:UpdateContainerInstancesState")).isEqualTo(1);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isEqualTo(1);
    }

    @Test
    void everyMessageTwiceInParallelAndOutOfOrderHasTheEffectOfOne() {
        Run run = begin(ordinary().instances(6).settings(RepeatedMessageTest::unreliable));

        run.drain(4);

        assertThat(run.ours()).hasSize(4).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    @Test
    void aMessageThatComesAgainWhileItsInstanceDrainsChangesNothing() {
        Run run = begin(ordinary().deadline(Duration.ofMinutes(30), "CONTINUE"));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(4)), instance);
        run.stopFunctions();
        run.terminate(instance);
        run.waiting(1);
        run.pass(Duration.ofSeconds(2));
        List<String> bodies = run.intercept();
        bodies.forEach(run.lifecycleQueue()::send);
        run.startFunctions();
        for (int minute = 0; minute < 3; minute++) {
            run.pass(Duration.ofMinutes(1));
            bodies.forEach(run.lifecycleQueue()::send);
        }

        Ending ending = run.letGo(instance);

        assertThat(ending.took()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(7));
        assertThat(run.calls("ecs:UpdateContainerInstancesState")).isEqualTo(1);
    }

    @Test
    void aMessageThatComesAgainWhenAllIsOverIsForgottenInOnePass() {
        Run run = begin(ordinary());
        run.stopFunctions();
        run.scaleIn(1);
        String instance = run.waiting(1).get(0);
        run.pass(Duration.ofSeconds(2));
        List<String> bodies = run.intercept();
        bodies.forEach(run.lifecycleQueue()::send);
        run.startFunctions();
        run.letGo(instance);
        run.until("it is gone", () -> run.messagesWaiting() == 0);

        bodies.forEach(run.lifecycleQueue()::send);

        run.within(Duration.ofMinutes(3), "the queues are empty", () -> run.messagesWaiting() == 0);
    }

    private static AwsSettings unreliable(AwsSettings usual) {
        SqsBehaviour twice =
                SqsBehaviour.defaults().with(SqsBehaviour.Order.SHUFFLED).withDuplicates(1);
        return Quick.with(usual, twice);
    }
}
