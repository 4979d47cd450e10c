package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokenReplacementTest {
    @Test
    void aDrainNeverEndsWhenReplacementsNeverBecomeHealthyAndGoesOnWhenTheyDo() {
        EcsWorld w = new EcsWorld()
                .withInstances(16, "i-1", "i-2")
                .withService(ServiceSpec.replica("c", TaskSpec.of("web"), 4));
        w.passSeconds(120);
        w.ecs.changeLaterTasks("c", "web", task -> task.withLifetime(Duration.ofSeconds(20)));

        w.drain("i-1");
        w.pass(Duration.ofHours(5));
        int left = w.wantedOn("i-1").size();
        w.ecs.changeLaterTasks("c", "web", task -> TaskSpec.of("web"));
        w.passSeconds(120);

        assertThat(left).isEqualTo(2);
        assertThat(w.wantedOn("i-1")).isEmpty();
        assertThat(w.wantedOn("i-2")).hasSize(4);
    }
}
