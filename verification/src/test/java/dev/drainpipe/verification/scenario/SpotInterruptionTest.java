package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.verification.scenario.Evidence.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spot instances that EC2 takes back: two minutes, whatever a hook says. */
class SpotInterruptionTest extends ScenarioTest {
    private static final Duration NOTICE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofMinutes(4);

    @Test
    void aWarningDrainsItsInstanceWithinTheTwoMinutesAndNoRequestIsDropped() {
        Run run = begin(ordinary().behind(Front.TARGET_GROUP));
        String instance = run.anInstanceWithATask();
        Instant warned = run.now();

        run.aws().announcements().interrupt(instance);

        draining(run, instance);
        Ending ending = run.letGo(instance);
        assertThat(ending.result()).isEqualTo("CONTINUE");
        assertThat(ending.leftovers()).isEmpty();
        assertThat(Duration.between(warned, ending.at())).isLessThan(NOTICE);
        assertThat(run.said("spot-interruption")).isNotEmpty();
    }

    @Test
    void theTwoMinutesBoundTheHooksDrainAndEndItOnceAndNotBefore() {
        Run run = begin(ordinary().deadline(Duration.ofHours(1), "CONTINUE"));
        String instance = run.anInstance();
        run.hold(instance);

        run.aws().announcements().interrupt(instance);

        draining(run, instance);
        Ending ending = run.letGo(instance);
        assertThat(ending.how()).isEqualTo(ActionStep.COMPLETED);
        assertThat(ending.took()).isBetween(NOTICE.minusSeconds(5), NOTICE.plusSeconds(40));
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isEqualTo(1);
    }

    @Test
    void aWarningInTheMiddleOfADrainBoundsIt() {
        Run run = begin(ordinary().deadline(Duration.ofHours(1), "CONTINUE"));
        String instance = run.anInstance();
        run.hold(instance);
        run.terminate(instance);
        run.pass(Duration.ofMinutes(10));

        run.aws().announcements().interrupt(instance);

        Ending ending = run.letGo(instance);
        assertThat(ending.took())
                .isBetween(
                        Duration.ofMinutes(12).minusSeconds(5),
                        Duration.ofMinutes(12).plusSeconds(40));
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isEqualTo(1);
    }

    @Test
    void theSameWarningTenTimesAndTheHookHaveTheEffectOfOne() {
        Run run = begin(ordinary());
        String instance = run.anInstance();

        for (int i = 0; i < 10; i++) {
            run.aws().announcements().interrupt(instance);
        }

        draining(run, instance);
        assertThat(run.letGo(instance).result()).isEqualTo("CONTINUE");
        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
        assertThat(run.said("Draining " + instance)).isNotEmpty();
        assertThat(run.calls("ecs:UpdateContainerInstancesState")).isEqualTo(1);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isEqualTo(1);
    }

    @Test
    void anInstanceThatIsInNoClusterIsLeftAloneOnceAndForAll() {
        Run run = begin(ordinary());
        String foreign = "i-0fedcba9876543210";
        List<Call> before = run.evidence().writes();

        run.aws().announcements().interrupt(foreign);
        run.pass(Duration.ofMinutes(5));

        assertThat(run.messagesWaiting()).isZero();
        assertThat(run.said("Left alone: " + foreign)).hasSize(1);
        assertThat(run.evidence().writes()).hasSameSizeAs(before);
    }

    @Test
    void whereOnlyHooksAreReasonsAWarningChangesNothing() {
        Run run = begin(ordinary().with("ReasonsToLeave", "HOOK"));
        String instance = run.anInstance();

        run.aws().eventBus().publish(Bodies.spotInterruption(instance, run.now()));
        run.pass(Duration.ofMinutes(5));

        assertThat(run.ecsStatus(instance)).isEqualTo("ACTIVE");
        assertThat(run.said(instance)).isEmpty();
    }

    private static void draining(Run run, String instance) {
        run.within(
                Duration.ofSeconds(10),
                "it is DRAINING",
                () -> run.ecsStatus(instance).equals("DRAINING"));
    }
}
