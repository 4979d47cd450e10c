package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.port.LifecycleActions.Answer;
import dev.drainpipe.port.TryLater;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoneIsDoneTest extends TickFixture {
    @Test
    void anInstanceThatHasLeftIsFinishedInOnePassWithoutAnyWrite() {
        aws.drained("i-1");
        aws.phase("i-1", Phase.LEFT);
        ask("i-1");

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("m-i-1");
        assertThat(decisions())
                .singleElement()
                .asString()
                .contains("NOTHING_TO_DO")
                .contains("the wait is over");
    }

    @Test
    void aHookThatDoesNotExistIsFinishedInOnePassWithoutAnyWrite() {
        aws.drained("i-1");
        aws.timeouts = Optional.empty();
        ask("i-1");

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("m-i-1");
    }

    @Test
    void aHookThatIsNotKnownIsNotGone() {
        aws.drained("i-1");
        aws.failures.put("hook ", new TryLater("reading the hook: Throttling"));
        ask("i-1");

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void aListThatLagsDoesNotLoseADrain() {
        aws.drained("i-1");
        aws.phase("i-1", Phase.IN_SERVICE);
        ask("i-1");
        pauses.add(() -> aws.phase("i-1", Phase.WAITS_TO_LEAVE));

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void aWaitThatIsOverIsDone() {
        aws.drained("i-1");
        aws.answer = Answer.OVER;
        ask("i-1");

        tick();

        assertThat(queue.deleted).containsExactly("m-i-1");
        assertThat(decisions()).singleElement().asString().contains("TERMINATE, nothing blocks it; the wait is over");
    }

    @Test
    void anInstanceThatEcsNamesGoneIsLetGo() {
        aws.drained("i-1");
        aws.instances.remove("i-1");
        ask("i-1");

        tick();

        assertThat(aws.calls).contains("complete i-1 CONTINUE").noneMatch(call -> call.startsWith("notStopped"));
    }

    @Test
    void aTokenThatAutoScalingDoesNotKnowIsNoWordAboutTheInstance() {
        aws.drained("i-1");
        aws.answer = Answer.OVER;
        ask("i-1");
        tick();
        aws.answer = Answer.DONE;
        queue.put("real", body("i-1", LoadBalancers.NONE, START).replace("token-i-1", "token-2"), START, 1);
        queue.put("copy", body("i-1", LoadBalancers.NONE, START), START, 2);

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE", "complete i-1 CONTINUE");
        assertThat(queue.deleted).containsExactly("m-i-1", "copy", "real");
    }

    /** A message that came before its wait was dropped as over, and then its copies were not believed. */
    @Test
    void aWaitThatHadNotBegunWhenItWasGivenUpMayStillBegin() {
        aws.drained("i-1");
        aws.phase("i-1", Phase.IN_SERVICE);
        now = START.plus(StillAsked.LONGEST_LAG);
        ask("i-1");
        tick();
        assertThat(queue.deleted).containsExactly("m-i-1");
        aws.phase("i-1", Phase.WAITS_TO_LEAVE);
        ask("i-1");

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }
}
