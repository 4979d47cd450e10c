package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** An idle instance is safe to let go at once, before anybody has counted anew. */
    @ParameterizedTest
    @CsvSource({"0", "1", "3"})
    void theCountIsLoweredFirstHoweverManyOfThreeAreBusy(int busy) {
        Run run = begin(ordinary().instances(8).tasks(5));
        List<Instant> lowered = new ArrayList<>();
        run.world().listen(event -> {
            if (event instanceof ServiceCounts counts && counts.desired() == 2) {
                lowered.add(event.at());
            }
        });

        some(run, busy, true).forEach(run::terminate);
        some(run, 3 - busy, false).forEach(run::terminate);
        run.until("three are let go", () -> run.ours().size() == 3);

        assertThat(lowered).isNotEmpty();
        assertThat(run.ours()).allMatch(ending -> !ending.at().isBefore(lowered.get(0)));
    }

    /** Two that both set the count undo each other's work, for ever. */
    @Test
    void aServiceThatAnotherScalesKeepsItsCountThroughAScaleIn() {
        Run run = begin(ordinary()
                .behind(Front.TARGET_GROUP)
                .before(aws -> aws.applicationAutoScaling().register(Ordinary.CLUSTER, Ordinary.SERVICE, 1, 10)));

        run.drain(2);
        run.pass(Duration.ofMinutes(10));

        assertThat(run.calls("ecs:UpdateService")).isZero();
        assertThat(run.evidence().logLines())
                .anyMatch(line -> line.contains("is left alone") && line.contains("Application Auto Scaling"));
    }

    /** Instances that have a task, or have none. */
    private static List<String> some(Run run, int number, boolean busy) {
        return run.in("InService").stream()
                .filter(id -> run.aws().ecs().tasksNotStopped(id) > 0 == busy)
                .limit(number)
                .toList();
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
