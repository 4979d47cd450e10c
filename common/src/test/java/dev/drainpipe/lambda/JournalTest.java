package dev.drainpipe.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.005Z");

    private final List<String> lines = new ArrayList<>();
    private final Journal journal = new Journal(new TextLines(() -> NOW, lines::add), "request-1");

    @Test
    void aLineLooksAsInCloudWatch() {
        journal.info("No action taken. Desired task count is already 4");
        journal.warn("Not now", Map.of("instance", "i-1"));

        assertThat(lines)
                .containsExactly(
                        "[INFO] 2026-01-01T12:00:00.005Z request-1 No action taken. Desired task count is already 4",
                        "[WARN] 2026-01-01T12:00:00.005Z request-1 Not now");
    }

    @Test
    void debugLinesAreLeftOut() {
        journal.debug("the same as before", Map.of());

        assertThat(lines).isEmpty();
    }

    @Test
    void fieldsGoAlongWithTheRequestId() {
        List<Map<String, String>> fields = new ArrayList<>();

        new Journal((level, message, all) -> fields.add(all), "request-2").error("x", Map.of("instance", "i-1"));

        assertThat(fields).containsExactly(Map.of("instance", "i-1", "requestId", "request-2"));
    }

    /** A queue that was deleted would otherwise fail every tick and its retries, for ever. */
    @Test
    void aQueueThatIsGoneIsAnErrorThatFailsNothing() {
        Attempts attempts = new Attempts(journal);

        assertThat(attempts.act(() -> {
                    throw new NoSuchQueue("receiving: the queue does not exist", new IllegalStateException("x"));
                }))
                .isFalse();

        attempts.rethrow();
        assertThat(lines).singleElement().asString().contains("[ERROR]").endsWith("the queue does not exist");
    }

    @Test
    void anErrorOfOthersIsLoggedWithoutTokens() {
        Attempts attempts = new Attempts(journal);
        String token = "87654321-4321-4321-4321-210987654321";

        attempts.act(() -> {
            throw new TryLater("found with token " + token);
        });
        attempts.act(() -> {
            throw new IllegalStateException("found with token " + token);
        });

        assertThat(lines).hasSize(2).noneMatch(line -> line.contains(token));
    }

    @Test
    void notNowIsAWarningAndNoAnswer() {
        Attempts attempts = new Attempts(journal);

        assertThat(attempts.ask(() -> {
                    throw new TryLater("asking: ThrottlingException");
                }))
                .isEmpty();

        attempts.rethrow();
        assertThat(lines).singleElement().asString().endsWith("Not now: asking: ThrottlingException");
    }

    @Test
    void theFirstRefusalIsThrownAtTheEnd() {
        Attempts attempts = new Attempts(journal);

        assertThat(attempts.act(() -> fail("first"))).isFalse();
        assertThat(attempts.act(() -> fail("second"))).isFalse();
        assertThat(attempts.act(() -> {})).isTrue();

        assertThatThrownBy(attempts::rethrow).hasMessage("first");
    }

    @Test
    void timeLeftIsNeverNegative() {
        TimeLeft time = new TimeLeft(() -> NOW, NOW.plusSeconds(5));

        assertThat(time.allows(Duration.ofSeconds(5))).isTrue();
        assertThat(time.allows(Duration.ofMillis(5001))).isFalse();
        assertThat(new TimeLeft(() -> NOW, NOW.minusSeconds(5)).left()).isEqualTo(Duration.ZERO);
    }

    private static void fail(String message) {
        throw new IllegalStateException(message);
    }
}
