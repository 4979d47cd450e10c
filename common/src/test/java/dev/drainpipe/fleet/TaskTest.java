package dev.drainpipe.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Task.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Protection PROTECTED = Protection.until(Instant.parse("2026-01-01T14:00:00Z"));

    private final Task ofService = new Task("t", "service:web", "RUNNING", false);
    private final Task standalone = new Task("t", "family:report", "RUNNING", false);

    @Test
    void theGroupTellsServicesAndStandaloneTasksApart() {
        assertThat(ofService.kind()).isEqualTo(Kind.SERVICE);
        assertThat(standalone.kind()).isEqualTo(Kind.STANDALONE);
        assertThat(ofService.ofDaemon().kind()).isEqualTo(Kind.DAEMON);
    }

    @Test
    void heldIsWhatEcsDoesNotMoveByItself() {
        assertThat(standalone.held()).isTrue();
        assertThat(ofService.with(PROTECTED).held()).isTrue();
        assertThat(ofService.held()).isFalse();
        assertThat(ofService.with(Protection.NONE).held()).isFalse();
        assertThat(ofService.ofDaemon().with(PROTECTED).held()).isFalse();
    }

    @Test
    void aProtectedTaskSaysUntilWhen() {
        assertThat(ofService).hasToString("service:web t RUNNING");
        assertThat(ofService.with(PROTECTED))
                .hasToString("service:web t RUNNING (protected until 2026-01-01T14:00:00Z)");
    }
}
