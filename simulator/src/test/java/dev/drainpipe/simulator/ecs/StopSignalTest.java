package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final EcsWorld w = new EcsWorld().withInstances(4, "i-1");

    @Test
    void waitsForItsRequestsAfterTheStopSignal() {
        List<Integer> inFlight = new ArrayList<>(List.of(3));
        w.ecs.busy((instance, port) -> inFlight.get(0));
        String arn = running(TaskSpec.of("web").withStaticPort(80));
        new TaskCalls(w).stop(arn);

        w.passSeconds(20);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPING");

        inFlight.set(0, 0);
        w.passSeconds(4);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPED");
    }

    @Test
    void isKilledAtTheStopTimeoutWhenItsRequestsDoNotEnd() {
        List<String> lost = new ArrayList<>();
        w.ecs.busy(new Endless(lost));
        String arn = running(TaskSpec.of("web").withStaticPort(80));
        new TaskCalls(w).stop(arn);

        w.passSeconds(1 + 29);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPING");
        assertThat(lost).isEmpty();

        w.passSeconds(1);
        assertThat(w.task(arn).lastStatus()).isEqualTo("DEPROVISIONING");
        assertThat(lost).containsExactly("i-1:80");
    }

    @Test
    void goesOnUntilTheStopTimeoutWhenItIgnoresTheSignal() {
        TaskSpec deaf = TaskSpec.of("job")
                .withShutdown(Shutdown.prompt().withStopTimeout(Duration.ofMinutes(2)))
                .ignoringSigterm();
        String arn = running(deaf);
        new TaskCalls(w).stop(arn);

        w.passSeconds(1 + 119);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPING");

        w.passSeconds(1);
        assertThat(w.task(arn).lastStatus()).isEqualTo("DEPROVISIONING");
    }

    @Test
    void takesItsTimeToShutDown() {
        TaskSpec slow = TaskSpec.of("job").withShutdown(Shutdown.prompt().withTakes(Duration.ofSeconds(10)));
        String arn = running(slow);
        new TaskCalls(w).stop(arn);

        w.passSeconds(1 + 9);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPING");

        w.passSeconds(1);
        assertThat(w.task(arn).lastStatus()).isEqualTo("DEPROVISIONING");
    }

    @Test
    void isKilledAtTheStopTimeoutWhenItsShutdownTakesLonger() {
        String arn = running(TaskSpec.of("job").withShutdown(Shutdown.prompt().withTakes(Duration.ofMinutes(5))));
        new TaskCalls(w).stop(arn);

        w.passSeconds(1 + 29);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPING");

        w.passSeconds(1);
        assertThat(w.task(arn).lastStatus()).isEqualTo("DEPROVISIONING");
    }

    @Test
    void isToldToHaveEndedOnceThoughItsInstanceEndsRightAfterIt() {
        List<String> lost = new ArrayList<>();
        w.ecs.busy(new Endless(lost));
        String arn = running(TaskSpec.of("web").withStaticPort(80));
        new TaskCalls(w).stop(arn);
        w.passSeconds(31);
        assertThat(w.task(arn).lastStatus()).isEqualTo("DEPROVISIONING");

        w.world.ec2().terminate("i-1");

        assertThat(lost).containsExactly("i-1:80");
    }

    private String running(TaskSpec spec) {
        String arn = w.ecs.startTask(spec, "i-1");
        w.passSeconds(7);
        assertThat(w.task(arn).lastStatus()).isEqualTo("RUNNING");
        return arn;
    }
}
