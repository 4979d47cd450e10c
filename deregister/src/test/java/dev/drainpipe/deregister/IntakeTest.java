package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest extends DeregisterStepFixture {
    @Test
    void aMalformedMessageIsKeptAndItsNeighbourIsUntouched() {
        aws.active("i-1");

        Set<String> failed = run(delivery("bad", "{\"LifecycleTransition\": 1}"), termination("i-1"));

        assertThat(failed).isEmpty();
        assertThat(buried).singleElement().satisfies(copy -> {
            assertThat(copy.body()).isEqualTo("{\"LifecycleTransition\": 1}");
            assertThat(copy.attributes())
                    .containsEntry("source", "lifecycle queue")
                    .hasEntrySatisfying("reason", reason -> assertThat(reason).contains("LifecycleTransition is 1"));
        });
        assertThat(aws.handedOver).hasSize(1);
    }

    @Test
    void aMalformedMessageThatCannotBeKeptComesBack() {
        deadLetterQueue = Optional.empty();
        assertThat(run(delivery("bad", "x"))).containsExactly("bad");

        deadLetterQueue = Optional.of(messages -> Map.of("bad", "InternalError"));
        assertThat(run(delivery("bad", "x"))).containsExactly("bad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-notification", "launch", "warm-pool-return", "rebalance-recommendation-eventbridge"})
    void whatIsNotOurBusinessIsNotedAndAcknowledgedWithoutACall(String file) {
        assertThat(run(example(file))).isEmpty();

        assertThat(aws.calls).isEmpty();
        assertThat(lines).hasSize(1);
    }
}
