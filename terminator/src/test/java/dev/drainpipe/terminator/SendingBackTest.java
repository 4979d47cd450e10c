package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.message.LifecycleMessage.Termination;
import dev.drainpipe.message.LifecycleParser;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that registered after its drain had begun blocked it until Auto Scaling's own limit. */
class SendingBackTest extends TickFixture {
    @BeforeEach
    void anInstanceThatEcsMayPlaceTasksOn() {
        aws.drained("i-1");
        aws.set("i-1", Status.ACTIVE, 0);
        aws.hooks.add(OUR_HOOK);
        policy = Policies.ONE_LOOK;
    }

    @Test
    void afterTwoMinutesItIsSentBackAndTheDrainGoesOn() {
        assertThat(tickAfter(Duration.ofMinutes(2))).isZero();
        assertThat(tickAfter(Duration.ofMinutes(2).plusMillis(1))).isEqualTo(1);

        assertThat(frontDoor.sent)
                .singleElement()
                .satisfies(notice -> assertThat(LifecycleParser.parse(notice.body()))
                        .isEqualTo(new Termination(
                                new LifecycleAction("i-1", "asg", "drain", null), START, OUR_HOOK.metadata())));
        assertThat(aws.writes()).noneMatch(call -> call.startsWith("complete"));
        assertThat(queue.deleted).isEmpty();
        assertThat(lines).anyMatch(line -> line.startsWith("WARN Sent back: i-1 of asg (hook drain) is ACTIVE"));
    }

    @Test
    void itIsSentBackEveryFiveMinutesAtMost() {
        assertThat(tickAfter(Duration.ofMinutes(3))).isEqualTo(1);
        assertThat(tickAfter(Duration.ofMinutes(8).minusMillis(1))).isZero();
        assertThat(tickAfter(Duration.ofMinutes(8))).isEqualTo(1);
    }

    @Test
    void onlyAnInstanceThatIsActiveAndAwaitedIsSentBack() {
        aws.set("i-1", Status.DRAINING, 2);
        assertThat(tickAfter(Duration.ofMinutes(3))).isZero();
        aws.set("i-1", Status.REGISTERING, 0);
        assertThat(tickAfter(Duration.ofMinutes(4))).isZero();
        aws.set("i-1", Status.ACTIVE, 0);
        aws.phase("i-1", Phase.IN_SERVICE);
        assertThat(tickAfter(Duration.ofMinutes(4))).isZero();
    }

    @Test
    void withoutItsHookNothingIsSentSinceItsMetadataIsMissing() {
        aws.hooks.clear();

        assertThat(tickAfter(Duration.ofMinutes(3))).isZero();

        assertThat(frontDoor.sent).isEmpty();
    }

    @Test
    void inADryRunItIsOnlySaid() {
        policy = Policies.dry(policy);

        assertThat(tickAfter(Duration.ofMinutes(3))).isZero();

        assertThat(frontDoor.sent).isEmpty();
        assertThat(lines).contains("INFO Dry run: would call sqs:SendMessage to the lifecycle queue for i-1");
    }

    private int tickAfter(Duration age) {
        now = START.plus(age);
        ask("i-1");
        return (Integer) tick().getOrDefault("sent_back", -1);
    }
}
