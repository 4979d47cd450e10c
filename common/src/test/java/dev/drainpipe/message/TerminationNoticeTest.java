package dev.drainpipe.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.message.LifecycleMessage.Termination;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminationNoticeTest {
    private static final LifecycleAction ACTION = new LifecycleAction("i-1", "asg", "drain", null);

    @Test
    void theFrontDoorReadsItAsATermination() {
        Instant time = Instant.parse("2026-01-01T12:00:00Z");
        String metadata = "{\"cluster_name\": \"c\"}";

        String body = TerminationNotice.write(new Hook("asg", "drain", "arn:q", metadata), "i-1", time);

        assertThat(LifecycleParser.parse(body)).isEqualTo(new Termination(ACTION, time, metadata));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        String body = TerminationNotice.write(new Hook("asg", "drain", "", ""), "i-1", null);

        assertThat(LifecycleParser.parse(body)).isEqualTo(new Termination(ACTION, null, ""));
        assertThat(body).doesNotContain("Time", "NotificationMetadata", "Token");
    }
}
