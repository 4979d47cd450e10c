package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.Shutdown;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.verification.scenario.Evidence.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;

/** Tasks that ECS does not move from an instance that drains, and what the operator wanted done with them. */
class StandaloneTasksTest extends ScenarioTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STUBBORN = Duration.ofMinutes(3);

    @Test
    void byDefaultAStandaloneTaskIsWaitedForByNameAndCounted() {
        Run run = begin(ordinary());
        String instance = run.anInstance();
        String task = run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(8)), instance);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isGreaterThan(Duration.ofMinutes(7));
        assertThat(run.said("that ECS does not move by itself: family:batch " + id(task)))
                .isNotEmpty();
        assertThat(run.said("Tick: ")).anyMatch(line -> line.text().contains("1 standalone tasks"));
        assertThat(run.calls("ecs:StopTask")).isZero();
    }

    @Test
    void anIgnoredTaskHoldsNothingButTheTasksOfServicesDo() {
        Run run = begin(ordinary()
                .behind(Front.TARGET_GROUP)
                .task(task -> task.withShutdown(task.shutdown().withTakes(Duration.ofSeconds(25))))
                .with("StandaloneTasks", "ignore"));
        run.allowed().staying("family:batch");
        String instance = run.anInstanceWithATask();
        run.hold(instance);

        run.terminate(instance);

        Ending ending = run.letGo(instance);
        assertThat(ending.took()).isBetween(Duration.ofSeconds(25), Duration.ofMinutes(5));
        assertThat(ending.leftovers()).containsExactly("a task of family:batch is RUNNING");
    }

    @Test
    void tasksAreStoppedOnceEachWhenTheirTimeIsOverAndWaitedForUntilTheyStopped() {
        Run run = begin(ordinary().with("StandaloneTasks", "stop-after-120"));
        String instance = run.anInstance();
        String one = run.aws().ecs().startTask(stubborn(Tasks.endless()), instance);
        String other = run.aws().ecs().startTask(stubborn(Tasks.endless()), instance);
        Instant asked = run.now();

        run.terminate(instance);

        Ending ending = run.letGo(instance);
        assertThat(ending.took()).isGreaterThan(PATIENCE.plus(STUBBORN));
        assertThat(ending.leftovers()).isEmpty();
        assertThat(stops(run)).allMatch(call -> !call.at().isBefore(asked.plus(PATIENCE)));
        assertThat(stops(run)).extracting(StandaloneTasksTest::task).containsExactlyInAnyOrder(id(one), id(other));
    }

    @Test
    void aProtectedTaskIsWaitedForAndItsExpiryIsNamed() {
        Run run = begin(ordinary().behind(Front.NONE));
        run.stopScaling();
        String instance = run.anInstanceWithATask();
        Instant expiry = protect(run, instance, 15);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(20));
        assertThat(run.said("that ECS does not move by itself: service:s"))
                .isNotEmpty()
                .allMatch(line -> line.text().contains("(protected until " + expiry + ")"));
        assertThat(run.said("Tick: ")).anyMatch(line -> line.text().contains("1 protected tasks"));
    }

    @Test
    void aProtectedTaskIsStoppedToo() {
        Run run = begin(ordinary().behind(Front.NONE).with("StandaloneTasks", "stop-after-120"));
        run.stopScaling();
        String instance = run.anInstanceWithATask();
        protect(run, instance, 60);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isBetween(PATIENCE, Duration.ofMinutes(5));
        assertThat(stops(run)).hasSize(1);
    }

    @Test
    void theTasksOfDaemonsHoldNothingAndAreNeverStoppedByUs() {
        Run run = begin(ordinary()
                .with("StandaloneTasks", "stop-after-120")
                .before(aws ->
                        aws.ecs().createService(ServiceSpec.daemon(Ordinary.CLUSTER, stubborn(TaskSpec.of("agent"))))));
        run.allowed().staying("service:agent");
        String instance = run.anInstance();
        String batch = run.aws().ecs().startTask(Tasks.endless(), instance);

        run.terminate(instance);

        Ending ending = run.letGo(instance);
        assertThat(ending.took()).isLessThan(PATIENCE.plus(STUBBORN));
        assertThat(ending.leftovers()).singleElement().asString().startsWith("a task of service:agent");
        assertThat(stops(run)).extracting(StandaloneTasksTest::task).containsExactly(id(batch));
    }

    private static TaskSpec stubborn(TaskSpec task) {
        return task.withSlots(0).withShutdown(new Shutdown(Duration.ZERO, STUBBORN, true));
    }

    private static Instant protect(Run run, String instance, int minutes) {
        String arn = run.aws().ecs().tasks(Ordinary.CLUSTER).stream()
                .filter(task -> run.instanceAt(task.containerInstanceArn()).equals(instance))
                .findFirst()
                .orElseThrow()
                .taskArn();
        return run.operator()
                .ecs()
                .updateTaskProtection(r -> r.cluster(Ordinary.CLUSTER)
                        .tasks(arn)
                        .protectionEnabled(true)
                        .expiresInMinutes(minutes))
                .protectedTasks()
                .get(0)
                .expirationDate();
    }

    private static List<Call> stops(Run run) {
        return run.evidence().writes().stream()
                .filter(call -> call.name().equals("ecs:StopTask"))
                .toList();
    }

    private static String task(Call stop) {
        return id(((StopTaskRequest) stop.request()).task());
    }

    private static String id(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
