package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DisconnectedAgentTest {
    private static final TaskSpec WEB = TaskSpec.of("web");

    @Test
    void aDisconnectedAgentHoldsEverythingUpUntilItIsBack() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 8, "i-1", "i-2");
        w.ecs.setAgentConnected("i-1", false);

        w.drain("i-1");
        w.pass(Duration.ofHours(1));
        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.wantedOn("i-2")).hasSize(2);

        w.ecs.setAgentConnected("i-1", true);
        w.passSeconds(70);
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
    }

    @Test
    void aTaskThatIsStoppingWaitsForItsAgentToo() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 2).withPercents(0, 200), 8, "i-1", "i-2");
        w.drain("i-1");
        w.passSeconds(2);
        w.ecs.setAgentConnected("i-1", false);

        w.pass(Duration.ofMinutes(30));
        assertThat(w.ecs.tasksNotStopped("i-1")).isEqualTo(1);

        w.ecs.setAgentConnected("i-1", true);
        w.passSeconds(10);
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
    }

    @Test
    void aLoweredCountTakesNoTaskWhereTheAgentIsDisconnected() {
        EcsWorld w = steady(ServiceSpec.replica("c", WEB, 4), 8, "i-1", "i-2");
        w.ecs.setAgentConnected("i-1", false);

        new ServiceCalls(w).desire("web", 2);
        w.passSeconds(10);

        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.wantedOn("i-2")).isEmpty();
    }

    @Test
    void placesNothingWhereTheAgentIsDisconnected() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1", "i-2");
        w.ecs.setAgentConnected("i-1", false);

        w.withService(ServiceSpec.replica("c", WEB, 4));
        w.passSeconds(60);

        assertThat(w.on("i-1")).isEmpty();
    }

    private static EcsWorld steady(ServiceSpec spec, int slots, String... instances) {
        EcsWorld w = new EcsWorld().withInstances(slots, instances).withService(spec);
        w.passSeconds(120);
        return w;
    }
}
