package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Quick;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drains that outlast their hook's time-out, and SQS's patience. */
class LongDrainTest extends ScenarioTest {
    /** Instances died undrained when their drain outlasted the hook (aws/aws-node-termination-handler#493). */
    @Test
    void aDrainOfThreeHoursOnAHookOfFiveMinutesEndsInContinue() {
        Run run = begin(
                ordinary().quiet().deadline(Duration.ofHours(6), "CONTINUE").environment("RECHECK_SECONDS", "50"));
        run.operator()
                .autoScaling()
                .putLifecycleHook(hook -> hook.autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(Run.HOOK)
                        .heartbeatTimeout(300));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofHours(3)), instance);

        run.terminate(instance);
        run.within(Duration.ofHours(4), "it is let go", () -> !run.ours().isEmpty());

        Ending ending = run.ours().get(0);
        assertThat(ending.how()).isEqualTo(ActionStep.COMPLETED);
        assertThat(ending.result()).isEqualTo("CONTINUE");
        assertThat(longestGap(run, ending)).isLessThanOrEqualTo(Duration.ofSeconds(150));
    }

    /** A waiting message that counts as failing ends on a dead-letter queue (aws/aws-node-termination-handler#1205). */
    @Test
    void aDrainOfTwoDaysNeverReachesTheDeadLetterQueue() {
        // One look per tick and few things that move: as many receives, in a tenth of the time.
        Run run = begin(ordinary()
                .instances(2)
                .tasks(1)
                .behind(Front.NONE)
                .settings(Quick::withoutLatency)
                .deadline(Duration.ofDays(2), "CONTINUE")
                .environment("RECHECK_SECONDS", "0"));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofHours(47)), instance);
        run.stopScaling();

        run.terminate(instance);
        run.within(Duration.ofDays(2), "it is let go", () -> !run.ours().isEmpty());

        Ending ending = run.ours().get(0);
        assertThat(ending.how()).isEqualTo(ActionStep.COMPLETED);
        assertThat(ending.leftovers()).isEmpty();
    }

    @Test
    void noHeartbeatIsSentAfterTheEnd() {
        Run run = begin(ordinary().quiet().deadline(Duration.ofHours(2), "CONTINUE"));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(40)), instance);
        run.terminate(instance);
        run.within(Duration.ofHours(1), "it is let go", () -> !run.ours().isEmpty());
        long heartbeats = run.calls("autoscaling:RecordLifecycleActionHeartbeat");

        run.pass(Duration.ofHours(1));

        assertThat(heartbeats).isPositive();
        assertThat(run.calls("autoscaling:RecordLifecycleActionHeartbeat")).isEqualTo(heartbeats);
    }

    private static Duration longestGap(Run run, Ending ending) {
        List<Instant> heartbeats = run.evidence()
                .of(LifecycleAction.class)
                .filter(action -> action.step() == ActionStep.HEARTBEAT)
                .map(LifecycleAction::at)
                .toList();
        Duration longest = Duration.ZERO;
        Instant last = ending.started();
        for (Instant at : heartbeats) {
            Duration gap = Duration.between(last, at);
            longest = gap.compareTo(longest) > 0 ? gap : longest;
            last = at;
        }
        Duration end = Duration.between(last, ending.at());
        return end.compareTo(longest) > 0 ? end : longest;
    }
}
