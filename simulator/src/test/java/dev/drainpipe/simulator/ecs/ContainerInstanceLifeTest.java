package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerInstanceLifeTest {
    private final EcsWorld w = new EcsWorld();

    @Test
    void registersAfterItsBoot() {
        w.launch(4, "i-1");

        w.pass(EcsWorld.TIMINGS.boot().minusMillis(1));
        assertThat(w.ecs.containerInstances("c")).isEmpty();

        w.pass(Duration.ofMillis(1));
        assertThat(w.instance("i-1").status()).isEqualTo("ACTIVE");
        assertThat(w.instance("i-1").agentConnected()).isTrue();
    }

    @Test
    void doesNotRegisterWhenItEndedBefore() {
        w.launch(4, "i-1");
        w.world.ec2().terminate("i-1");

        w.passSeconds(60);

        assertThat(w.ecs.containerInstances("c")).isEmpty();
    }

    @Test
    void doesNotRegisterWithoutACluster() {
        w.world.ec2().run(new Ec2Instance("i-1", "eu-central-1a", Optional.empty(), 4, w.world.now()));
        w.world.ec2().run(new Ec2Instance("i-2", "eu-central-1a", Optional.of("later"), 4, w.world.now()));

        w.passSeconds(60);

        assertThat(w.ecs.containerInstances("c")).isEmpty();
    }

    @Test
    void registersOnceItsClusterIsCreated() {
        w.world.ec2().run(new Ec2Instance("i-2", "eu-central-1a", Optional.of("later"), 4, w.world.now()));
        w.passSeconds(60);

        w.ecs.createCluster("later");
        w.passSeconds(60);

        assertThat(w.ecs.containerInstances("later")).hasSize(1);
    }

    @Test
    void isDisconnectedWhenItsInstanceEndsAndInactiveSomeTimeLater() {
        w.withInstances(4, "i-1");

        w.world.ec2().terminate("i-1");
        assertThat(w.instance("i-1").agentConnected()).isFalse();
        assertThat(w.instance("i-1").status()).isEqualTo("ACTIVE");

        w.pass(EcsWorld.TIMINGS.deregistration());
        assertThat(w.instance("i-1").status()).isEqualTo("INACTIVE");

        w.pass(EcsWorld.TIMINGS.inactiveKept());
        assertThat(w.ecs.containerInstances("c")).isEmpty();
    }

    @Test
    void everyChangeIsTold() {
        w.withInstances(4, "i-1");
        w.drain("i-1");
        w.ecs.setAgentConnected("i-1", false);
        w.ecs.setAgentConnected("i-1", true);
        w.world.ec2().terminate("i-1");
        w.pass(EcsWorld.TIMINGS.deregistration());

        assertThat(w.events(WorldEvent.ContainerInstanceStatus.class))
                .extracting(e -> e.status() + " " + e.agentConnected())
                .containsExactly(
                        "ACTIVE true",
                        "DRAINING true",
                        "DRAINING false",
                        "DRAINING true",
                        "DRAINING false",
                        "INACTIVE false");
    }

    @Test
    void nothingIsToldWhenNothingChanges() {
        w.withInstances(4, "i-1");
        w.drain("i-1");
        w.drain("i-1");
        w.ecs.setAgentConnected("i-1", true);

        assertThat(w.events(WorldEvent.ContainerInstanceStatus.class)).hasSize(2);
    }
}
