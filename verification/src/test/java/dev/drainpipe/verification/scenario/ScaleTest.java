package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.fault.ApiRates;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Many at once. */
class ScaleTest extends ScenarioTest {
    /** Throttled tools let instances die undrained when many left at once (komoju/barcelona#762). */
    @Test
    void aHundredInstancesThatLeaveAtOnceAreAllDrainingWithinAMinute() {
        Run run = begin(ordinary()
                .behind(Front.CLASSIC_OUTSIDE)
                .instances(120)
                .tasks(120)
                .quiet());
        run.aws().dispatcher().add(ApiRates.documented(run.world()).withAutoScaling(50, 10));
        Instant asked = run.now();

        run.scaleIn(100);
        run.within(Duration.ofSeconds(90), "all are DRAINING", () -> draining(run) == 100);

        Instant waiting = run.evidence().started().values().stream()
                .max(Instant::compareTo)
                .orElse(asked);
        assertThat(Duration.between(waiting, run.now())).isLessThan(Duration.ofMinutes(1));
        run.until("all are let go", () -> run.ours().size() == 100);
        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    /** Instances beyond the first page of a hundred were not found, and died with their tasks (ecs-cid-sample#7). */
    @Test
    void anInstanceOfTwoHundredAndFiftyIsFound() {
        Run run = begin(ordinary().behind(Front.NONE).instances(250).tasks(3));
        String last = run.in("InService").get(249);

        run.terminate(last);

        assertThat(run.letGo(last).result()).isEqualTo("CONTINUE");
        assertThat(run.calls("ecs:UpdateContainerInstancesState")).isEqualTo(1);
    }

    private static long draining(Run run) {
        return run.evidence()
                .of(ContainerInstanceStatus.class)
                .filter(status -> status.status().equals("DRAINING"))
                .map(ContainerInstanceStatus::instanceId)
                .distinct()
                .count();
    }
}
