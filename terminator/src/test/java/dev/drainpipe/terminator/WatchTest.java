package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchTest extends TickFixture {
    private static final Occasion SPOT =
            new Occasion(Reason.SPOT_INTERRUPTION, START, START.plus(Duration.ofMinutes(2)));

    @Test
    void anInstanceWithoutAHookIsWatchedUntilNothingHoldsIt() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1", "asg", SPOT);
        pauses.add(() -> aws.set("i-1", Status.DRAINING, 0));

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("spot-interruption-i-1");
        assertThat(decisions())
                .last()
                .asString()
                .contains("i-1 of asg (spot-interruption): TERMINATE, nothing blocks it; nobody waits");
    }

    @Test
    void itIsOverWhenTheInstanceHasLeftItsGroup() {
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1", "asg", SPOT);

        tick();

        assertThat(queue.deleted).containsExactly("spot-interruption-i-1");
        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void anInstanceThatIsInNoGroupIsWatchedToo() {
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1", "", since(Reason.STATE_CHANGE, START));

        tick();

        assertThat(queue.deleted).isEmpty();
        assertThat(decisions()).singleElement().asString().contains("ASK_AGAIN, TASKS_LEFT");
    }

    @Test
    void whenItsTimeIsUpOneLineSaysWhatWasLeft() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.set("i-1", Status.DRAINING, 3);
        now = START.plus(Duration.ofMinutes(2));
        ask("i-1", "asg", SPOT);

        tick();

        assertThat(queue.deleted).containsExactly("spot-interruption-i-1");
        assertThat(aws.writes()).isEmpty();
        assertThat(decisions()).singleElement().asString().contains("WARN", "TASKS_LEFT (3 by", "its time is up");
    }

    /** Without this the hook's drain went on for hours, and EC2 pulled the plug in the middle of it. */
    @Test
    void spotsTwoMinutesBoundTheDrainOfTheHook() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        now = START.plus(Duration.ofMinutes(2)).minusSeconds(14);
        queue.put("hook", body("i-1", LoadBalancers.NONE, START), START, 1);
        ask("i-1", "asg", SPOT);
        pauses.add(() -> aws.phase("i-1", Phase.WAITS_TO_LEAVE));
        pauses.add(() -> aws.phase("i-1", Phase.LEFT));

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(lines).anyMatch(line -> line.contains("OVERDUE, TASKS_LEFT"));
        assertThat(queue.deleted).containsExactly("hook", "spot-interruption-i-1");
    }

    @Test
    void anInstanceThatIsDrainedForAHookIsNotWatchedBesides() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1");
        ask("i-1", "asg", SPOT);
        policy = Policies.ONE_LOOK;

        assertThat(tick()).containsEntry("waiting", 1);

        assertThat(decisions()).singleElement().asString().contains("i-1 of asg (hook drain): ASK_AGAIN");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"SPOT_INTERRUPTION", "STATE_CHANGE"})
    void theSameInstanceIsWatchedOnceWhoeverSaysIt(Reason reason) {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.set("i-1", Status.DRAINING, 3);
        Instant earlier = START.minusSeconds(30);
        ask("i-1", "asg", SPOT);
        ask("i-1", "", since(reason, earlier));
        policy = Policies.ONE_LOOK;

        tick();

        assertThat(decisions()).singleElement().asString().contains("30 s after it was asked for");
    }

    @Test
    void aMessageWithATokenAndOneWithoutAreOneDrain() {
        aws.drained("i-1");
        queue.put("without", bodyWithoutToken("i-1", START), START, 1);
        ask("i-1");

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(queue.deleted).containsExactly("without", "m-i-1");
    }

    @Test
    void differentTokensAreDifferentWaits() {
        aws.drained("i-1");
        ask("i-1");
        queue.put("other", body("i-1", LoadBalancers.NONE, START).replace("token-i-1", "token-2"), START, 1);

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE", "complete i-1 CONTINUE");
    }

    /** A copy that came after the completion led to a second one, and heartbeats to nobody. */
    @Test
    void aCopyThatComesAfterTheCompletionIsDeletedWithoutACall() {
        aws.drained("i-1");
        ask("i-1");
        tick();
        aws.calls.clear();
        queue.put("copy", body("i-1", LoadBalancers.NONE, START), START, 2);
        queue.put("without", bodyWithoutToken("i-1", START), START, 1);

        tick();

        assertThat(aws.calls).isEmpty();
        assertThat(queue.deleted).containsExactly("m-i-1", "copy", "without");
    }
}
