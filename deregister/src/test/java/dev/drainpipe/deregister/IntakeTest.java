package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @ValueSource(strings = {"test-notification", "launch", "warm-pool-return"})
    void whatIsNotOurBusinessIsNotedAndAcknowledgedWithoutACall(String file) throws IOException {
        String body = Files.readString(Path.of("../events/" + file + ".json"));

        assertThat(run(delivery("m", body))).isEmpty();

        assertThat(aws.calls).isEmpty();
        assertThat(lines).hasSize(1);
    }

    @Test
    void dryRunLooksAndDoesNothingAndEveryMessageComesBack() {
        dryRun = true;
        aws.active("i-1");

        Set<String> failed = run(termination("i-1"), delivery("bad", "x"));

        assertThat(failed).containsExactlyInAnyOrder("m-i-1", "bad");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("drain") || call.startsWith("send"));
        assertThat(buried).isEmpty();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("INFO Dry run: would drain i-1 of asg (hook drain) in c: set"));
    }
}
