package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service's count follows the instances, through a scale-in too. */
class NPlusOneTest extends ScenarioTest {
    @Test
    void aScaleInLowersTheCountBeforeTheFirstInstanceIsLetGo() {
        Run run = begin(ordinary().instances(6).tasks(5));
        List<Instant> lowered = new ArrayList<>();
        run.world().listen(event -> {
            if (event instanceof ServiceCounts counts && counts.desired() == 3) {
                lowered.add(event.at());
            }
        });

        run.drain(2);

        assertThat(lowered).isNotEmpty();
        assertThat(run.ours()).allMatch(ending -> !ending.at().isBefore(lowered.get(0)));
    }

    @Test
    void aScaleOutRaisesTheCount() {
        Run run = begin(ordinary());

        run.aws().autoScaling().setDesiredCapacity(Ordinary.GROUP, 6);

        run.until("five tasks are wanted", () -> desired(run) == 5);
    }

    /** Agents drop and reopen their connection several times an hour in normal work. */
    @Test
    void anAgentThatReconnectsChangesNothing() {
        Run run = begin(ordinary());
        String instance = run.anInstance();

        for (int i = 0; i < 5; i++) {
            run.aws().ecs().setAgentConnected(instance, false);
            run.pass(Duration.ofMinutes(2));
            run.aws().ecs().setAgentConnected(instance, true);
            run.pass(Duration.ofMinutes(2));
        }

        assertThat(run.calls("ecs:UpdateService")).isZero();
    }

    @Test
    void whenNothingChangesNothingIsUpdated() {
        Run run = begin(ordinary());

        run.pass(Duration.ofHours(1));

        assertThat(run.calls("ecs:UpdateService")).isZero();
    }

    private static int desired(Run run) {
        return run.aws().ecs().service(Ordinary.CLUSTER, Ordinary.SERVICE).desiredCount();
    }
}
