package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndedTest {
    private static final Instant THEN = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = THEN.plus(Duration.ofDays(1));

    private final Ended ended = new Ended();

    @Test
    void aWaitWithATokenIsOneOfAKind() {
        ended.noteInstance(request("i-1", "token"), THEN);

        assertThat(ended.has(request("i-1", "token"), LATER)).isTrue();
        assertThat(ended.has(request("i-1", "other"), THEN)).isFalse();
        assertThat(ended.of("i-1")).isTrue();
        assertThat(ended.of("i-2")).isFalse();
    }

    @Test
    void aWaitWithoutATokenIsForgottenAfterAQuarterOfAnHour() {
        ended.noteInstance(request("i-1", "token"), THEN);
        Instant quarter = THEN.plus(Duration.ofMinutes(15));

        assertThat(ended.has(request("i-1", null), quarter.minusMillis(1))).isTrue();
        assertThat(ended.has(request("i-1", null), quarter)).isFalse();
        assertThat(ended.has(request("i-2", null), THEN)).isFalse();
    }

    @Test
    void theEndOfOneTokenIsNotTheEndOfItsInstance() {
        ended.noteWait(request("i-1", "token"), THEN);

        assertThat(ended.has(request("i-1", "token"), LATER)).isTrue();
        assertThat(ended.has(request("i-1", null), THEN)).isFalse();
        assertThat(ended.of("i-1")).isFalse();
    }

    private static DrainRequest request(String id, @Nullable String token) {
        return new DrainRequest(new LifecycleAction(id, "asg", "drain", token), "c", null, LoadBalancers.NONE, THEN);
    }
}
