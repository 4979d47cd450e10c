package dev.drainpipe.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherTest {
    private final World world = new World(Instant.parse("2026-01-01T00:00:00Z"), 1, Account.example());
    private final EventBus bus = new EventBus();
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anEventIsInTheEnvelopeOfEventBridge() {
        bus.rule(new EventPattern(Map.of("source", List.of("aws.ecs"))), events::add);

        new Publisher(world, bus, "ids")
                .publish("aws.ecs", "ECS Task State Change", List.of("arn:1"), () -> Map.of("version", 2));

        assertThat(events)
                .singleElement()
                .asString()
                .matches("\\{\"version\":\"0\",\"id\":\"[0-9a-f-]{36}\","
                        + "\"detail-type\":\"ECS Task State Change\",\"source\":\"aws.ecs\",\"account\":\"111122223333\","
                        + "\"time\":\"2026-01-01T00:00:00Z\",\"region\":\"eu-central-1\",\"resources\":\\[\"arn:1\"],"
                        + "\"detail\":\\{\"version\":2}}");
    }

    @ParameterizedTest
    @CsvSource({"aws.ecs,ECS Task State Change,true", "aws.ecs,Other,false", "aws.ec2,ECS Task State Change,false"})
    void anEventThatNoRuleCouldWantIsNotEvenMade(String source, String detailType, boolean made) {
        List<String> asked = new ArrayList<>();
        bus.rule(
                new EventPattern(Map.of(
                        "source", List.of("aws.ecs"),
                        "detail-type", List.of(Map.of("prefix", "ECS Task")),
                        "detail", Map.of("lastStatus", List.of("STOPPED")))),
                events::add);

        new Publisher(world, bus, "ids").publish(source, detailType, List.of(), () -> {
            asked.add("asked");
            return Map.of("lastStatus", "RUNNING");
        });

        assertThat(asked).hasSize(made ? 1 : 0);
        assertThat(events).isEmpty();
    }
}
