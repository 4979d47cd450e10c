package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.port.LifecycleActions.Answer;
import dev.drainpipe.port.TryLater;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandToGroupTest extends TickFixture {
    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"REBALANCE", "SCHEDULED_CHANGE"})
    void anInstanceInServiceIsHandedToItsGroup(Reason reason) {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.hooks.add(OUR_HOOK);
        ask("i-1", "asg", since(reason, START));

        tick();

        assertThat(aws.calls).startsWith("members [i-1]", "hooks asg", "terminate i-1");
        assertThat(queue.deleted).containsExactly(reason.word() + "-i-1");
        assertThat(decisions()).singleElement().asString().contains("Handed to its group", reason.word());
    }

    /** A group without a hook of ours would end the instance with its tasks. */
    @Test
    void aGroupWithoutATerminationHookOfOursDoesNotGetIt() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.hooks.add(new Hook("asg", "other", "arn:aws:sns:r:1:topic", "{\"cluster_name\": \"\"}"));
        aws.hooks.add(new Hook("asg", "third", "arn:aws:sqs:r:1:not-lifecycle", "plain text"));
        ask("i-1", "asg", since(Reason.REBALANCE, START));

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("rebalance-i-1");
        assertThat(decisions()).singleElement().asString().startsWith("WARN Not handed to its group: i-1 of asg");
    }

    @Test
    void aHookIsOursByItsMetadataToo() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.hooks.add(new Hook("asg", "drain", "", "{\"cluster_name\": \"c\"}"));
        ask("i-1", "asg", since(Reason.REBALANCE, START));

        tick();

        assertThat(aws.writes()).containsExactly("terminate i-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"LEAVING", "WAITS_TO_LEAVE", "LEFT", "ELSEWHERE"})
    void anInstanceThatLeavesAlreadyIsFinished(Phase phase) {
        aws.phase("i-1", phase);
        aws.hooks.add(OUR_HOOK);
        ask("i-1", "asg", since(Reason.REBALANCE, START));

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("rebalance-i-1");
    }

    @Test
    void anInstanceOfAnotherGroupIsNotTouched() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.hooks.add(OUR_HOOK);
        ask("i-1", "another", since(Reason.REBALANCE, START));

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("rebalance-i-1");
    }

    @Test
    void anInstanceThatIsBeingLaunchedIsHandedOverWhenItServes() {
        aws.phase("i-1", Phase.ENTERING);
        aws.hooks.add(OUR_HOOK);
        ask("i-1", "asg", since(Reason.REBALANCE, START));
        pauses.add(() -> aws.phase("i-1", Phase.IN_SERVICE));

        tick();

        assertThat(aws.writes()).containsExactly("terminate i-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "hooks", "terminate"})
    void whatIsNotAnsweredIsAskedAgain(String call) {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.hooks.add(OUR_HOOK);
        aws.failures.put(call, new TryLater("handing over: ScalingActivityInProgress"));
        ask("i-1", "asg", since(Reason.REBALANCE, START));

        assertThat(tick()).containsEntry("waiting", 1);

        assertThat(queue.deleted).isEmpty();
    }

    @Test
    void anInstanceThatLeftBetweenIsFinished() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.hooks.add(OUR_HOOK);
        aws.answer = Answer.OVER;
        ask("i-1", "asg", since(Reason.REBALANCE, START));

        Map<String, Object> answer = tick();

        assertThat(queue.deleted).containsExactly("rebalance-i-1");
        assertThat(answer).containsEntry("waiting", 0);
    }
}
