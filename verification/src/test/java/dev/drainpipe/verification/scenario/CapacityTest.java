package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Services that cannot, or may not, start their tasks elsewhere. */
class CapacityTest extends ScenarioTest {
    /** With minimum and maximum at 100 % ECS may neither stop nor start a task: such a drain cannot finish by itself. */
    @Test
    void aServiceWithNoLeewayHoldsItsInstanceUntilTheDeadline() {
        Run run = begin(noLeeway().deadline(Duration.ofMinutes(10), "CONTINUE"));
        run.stopScaling();
        run.allowed().drops();
        String instance = run.anInstanceWithATask();

        run.terminate(instance);
        Ending ending = run.letGo(instance);

        assertThat(ending.took()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
        assertThat(ending.leftovers()).isNotEmpty();
    }

    @Test
    void aServiceWithNoLeewayIsDrainedWhenTheTaskScalerLowersItsCount() {
        Run run = begin(noLeeway());

        run.drain(2);

        assertThat(run.ours()).allMatch(ending -> ending.took().compareTo(Duration.ofMinutes(6)) < 0);
    }

    @Test
    void withoutSpareCapacityAnInstanceWaitsUntilThereIsRoom() {
        Run run = begin(ordinary().instances(3).tasks(3));
        run.stopScaling();
        String instance = run.anInstance();
        run.terminate(instance);
        run.pass(Duration.ofMinutes(10));
        assertThat(run.ours()).isEmpty();

        run.aws().autoScaling().setDesiredCapacity(Ordinary.GROUP, 3);

        assertThat(run.letGo(instance).leftovers()).isEmpty();
    }

    @Test
    void allInstancesButOneMayLeaveAtOnce() {
        Run run = begin(ordinary().instances(6).tasks(5));

        run.drain(5);

        assertThat(run.ours()).hasSize(5).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    private static Ordinary noLeeway() {
        return ordinary().behind(Front.TARGET_GROUP).service(service -> service.withPercents(100, 100));
    }
}
