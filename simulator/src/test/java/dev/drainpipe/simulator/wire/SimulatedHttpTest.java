package dev.drainpipe.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

class SimulatedHttpTest {
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.world.close();
    }

    @Test
    void onAProcessACallTakesItsLatencyHalfBeforeItsEffect() {
        EcsClient client = client(Duration.ofMillis(80));
        List<Instant> moments = new ArrayList<>();
        wire.world.processes().start(() -> {
            client.listTasks(r -> r.cluster("c"));
            moments.add(wire.world.now());
        });

        wire.world.run(Duration.ofSeconds(1));

        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(moments).containsExactly(start.plusMillis(80));
        assertThat(wire.events).singleElement().matches(event -> event.at().equals(start.plusMillis(40)));
    }

    @Test
    void offAProcessACallTakesNoTime() {
        Instant before = wire.world.now();

        client(Duration.ofMillis(80)).listTasks(r -> r.cluster("c"));

        assertThat(wire.world.now()).isEqualTo(before);
        assertThat(wire.arrived).hasSize(1);
    }

    @Test
    void theCallerIsNamedAsTheTransportSays() {
        client(Duration.ZERO).listTasks(r -> r.cluster("c"));

        assertThat(wire.events).singleElement().asString().contains("caller=drainer");
    }

    private EcsClient client(Duration latency) {
        return EcsClient.builder()
                .httpClient(new SimulatedHttp(wire.dispatcher, "drainer", latency))
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }
}
