package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EcsScaleTest {
    @Test
    @Timeout(20)
    void aHundredInstancesWithAThousandTasksDrainByTensInTwoHours() {
        EcsWorld w = hundredInstances(1000);

        for (int batch = 0; batch < 5; batch++) {
            w.drain(IntStream.range(batch * 10, batch * 10 + 10)
                    .mapToObj(i -> "i-" + i)
                    .toArray(String[]::new));
            w.pass(Duration.ofMinutes(23));
        }

        assertThat(IntStream.range(0, 50).map(i -> w.ecs.tasksNotStopped("i-" + i)))
                .containsOnly(0);
        assertThat(w.ecs.service("c", "web").runningCount()).isEqualTo(1000);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertThat(run()).isEqualTo(run());
    }

    private static List<WorldEvent> run() {
        EcsWorld w = hundredInstances(200);
        w.drain("i-1", "i-2");
        w.world.ec2().terminate("i-3");
        w.ecs.setAgentConnected("i-4", false);
        w.pass(Duration.ofMinutes(30));
        return w.events;
    }

    private static EcsWorld hundredInstances(int tasks) {
        EcsWorld w = new EcsWorld()
                .withInstances(
                        20, IntStream.range(0, 100).mapToObj(i -> "i-" + i).toArray(String[]::new));
        TaskSpec web = TaskSpec.of("web").withDynamicPort(80);
        w.withService(ServiceSpec.replica("c", web, tasks).withLoadBalancers("lb"));
        w.passSeconds(300);
        return w;
    }
}
