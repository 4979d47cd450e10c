package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tasks on their way out: never early. */
class TaskLifeTest extends ScenarioTest {
    /**
     * Users saw 502s because a hook was completed as soon as ECS's counters were 0, while tasks were still in
     * DEACTIVATING and STOPPING, which no counter counts (aws/aws-cdk#13506).
     */
    @Test
    void tasksThatNoCounterCountsHoldTheirInstance() {
        Run run = begin(ordinary().behind(Front.TARGET_GROUP).tasks(4).slots(2).task(TaskLifeTest::slow));
        run.stopScaling();
        String instance = run.anInstance();
        run.terminate(instance);
        run.until("the counters are 0", () -> counted(run, instance) == 0);
        assertThat(run.aws().ecs().tasksNotStopped(instance)).isPositive();

        Ending ending = run.letGo(instance);

        assertThat(ending.leftovers()).isEmpty();
    }

    @Test
    void aTaskThatIgnoresSigtermHoldsItsInstanceUntilItIsKilled() {
        Run run = begin(ordinary()
                .task(task -> task.ignoringSigterm()
                        .withShutdown(task.ignoringSigterm().shutdown().withStopTimeout(Duration.ofMinutes(3)))));

        run.drain(2);

        assertThat(run.ours()).anyMatch(ending -> ending.took().compareTo(Duration.ofMinutes(3)) > 0);
    }

    @Test
    void twoHundredAndFiftyTasksOnOneInstanceAreAllSeen() {
        Run run = begin(ordinary().behind(Front.NONE));
        String instance = run.anInstance();
        for (int i = 0; i < 250; i++) {
            run.aws().ecs().startTask(Tasks.lasting(Duration.ofSeconds(60 + i)), instance);
        }
        run.pass(Duration.ofSeconds(10));

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isGreaterThan(Duration.ofMinutes(4));
    }

    @Test
    void aStandaloneTaskThatEndsLateHoldsItsInstance() {
        Run run = begin(ordinary());
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(12)), instance);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isBetween(Duration.ofMinutes(11), Duration.ofMinutes(14));
        assertThat(run.calls("ecs:StopTask")).isZero();
    }

    @Test
    void aProtectedTaskHoldsItsInstanceUntilItsProtectionEnds() {
        Run run = begin(ordinary().behind(Front.NONE));
        run.stopScaling();
        var task = run.aws().ecs().tasks(Ordinary.CLUSTER).get(0);
        String instance = run.instanceAt(task.containerInstanceArn());
        run.aws().ecs().protect(task.taskArn(), run.now().plus(Duration.ofMinutes(15)));

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(20));
    }

    @Test
    void daemonTasksHoldNothingAndAreNotStoppedByUs() {
        Run run = begin(ordinary()
                .before(aws -> aws.ecs()
                        .createService(ServiceSpec.daemon(
                                Ordinary.CLUSTER, TaskSpec.of("agent").withSlots(0)))));
        run.evidence().leftovers().daemon("agent");
        String instance = run.anInstance();
        // It outlives what the daemons on a DRAINING instance wait for, so a daemon is there until the end.
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(3)), instance);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(6));
        assertThat(run.calls("ecs:StopTask")).isZero();
    }

    @Test
    void anIdleInstanceIsSetToDrainingBeforeItGoes() {
        Run run = begin(ordinary().behind(Front.NONE).instances(6).tasks(2).with("MinTaskCount", 2));
        String idle = run.in("InService").stream()
                .filter(id -> run.aws().ecs().tasksNotStopped(id) == 0)
                .findFirst()
                .orElseThrow();
        run.terminate(idle);

        run.letGo(idle);

        assertThat(run.calls("ecs:UpdateContainerInstancesState")).isEqualTo(1);
    }

    private static TaskSpec slow(TaskSpec task) {
        return task.withShutdown(task.shutdown().withTakes(Duration.ofSeconds(25)));
    }

    private static int counted(Run run, String instance) {
        return run.aws().ecs().containerInstances(Ordinary.CLUSTER).stream()
                .filter(seen -> seen.ec2InstanceId().equals(instance))
                .mapToInt(seen -> seen.runningTasksCount() + seen.pendingTasksCount())
                .sum();
    }
}
