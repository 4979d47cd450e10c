package dev.drainpipe.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventBusTest {
    private static final String STOPPING =
            "{\"source\": \"aws.ec2\", \"detail-type\": \"change\", \"resources\": [\"a\", \"b\"],"
                    + " \"detail\": {\"state\": \"stopping\"}}";

    private final EventBus bus = new EventBus();
    private final List<String> taken = new ArrayList<>();

    @Test
    void anEventGoesAsItIsToTheTargetsOfEveryRuleThatWantsIt() {
        want(Map.of("source", List.of("aws.ec2")));
        want(Map.of("source", List.of("aws.ecs", "aws.ec2"), "detail-type", List.of("change")));
        want(Map.of("source", List.of("aws.ecs")));

        bus.publish(STOPPING);

        assertThat(taken).containsExactly(STOPPING, STOPPING);
    }

    @Test
    void aRuleMayLookInside() {
        want(Map.of("detail", Map.of("state", List.of("stopping"))));
        want(Map.of("detail", Map.of("state", List.of("running"))));
        want(Map.of("detail", Map.of("missing", List.of("stopping"))));
        want(Map.of("missing", Map.of("state", List.of("stopping"))));

        bus.publish(STOPPING);

        assertThat(taken).hasSize(1);
    }

    @Test
    void oneValueOfAListIsEnoughAndAPrefixIsToo() {
        want(Map.of("resources", List.of("b", "c")));
        want(Map.of("detail-type", List.of(Map.of("prefix", "ch"))));
        want(Map.of("detail-type", List.of(Map.of("prefix", "x"))));

        bus.publish(STOPPING);

        assertThat(taken).hasSize(2);
    }

    @Test
    void aRuleMayWantThatSomethingIsThereOrThatItIsNot() {
        want(Map.of("detail", Map.of("state", List.of(Map.of("exists", true)))));
        want(Map.of("detail", Map.of("state", List.of(Map.of("exists", false)))));
        want(Map.of("detail", Map.of("missing", List.of(Map.of("exists", true)))));
        want(Map.of("detail", Map.of("missing", List.of(Map.of("exists", false)))));

        bus.publish(STOPPING);

        assertThat(taken).hasSize(2);
    }

    @Test
    void whatIsNotSimulatedIsRefused() {
        assertThatThrownBy(() -> new EventPattern(Map.of("detail", Map.of("n", List.of(Map.of("numeric", 1))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numeric");
        assertThatThrownBy(() -> new EventPattern(Map.of("source", "aws.ec2"))).hasMessageContaining("source");
    }

    private void want(Map<String, ?> pattern) {
        bus.rule(new EventPattern(pattern), taken::add);
    }
}
