package dev.drainpipe.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.Terminal;
import dev.drainpipe.cli.report.FleetState;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private Instant now = Instant.EPOCH;
    private final LiveScreen screen = new LiveScreen(new Terminal(out, out, true, 80, 24, false), () -> now);

    private void tick() {
        screen.tick(new Scene("t", Instant.EPOCH, "p", new FleetState("web"), new Scene.Requests(0, 0, 0)));
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theCursorIsHiddenFirstAndShownAtTheEnd() {
        tick();
        screen.close();

        assertThat(written()).startsWith("\u001b[?1049h\u001b[?25l").endsWith("\u001b[?25h\u001b[?1049l");
    }

    @Test
    void closingTwiceRestoresOnce() {
        tick();
        screen.close();
        int length = written().length();

        screen.close();

        assertThat(written()).hasSize(length);
    }

    @Test
    void nothingIsWrittenIfNothingWasPainted() {
        screen.close();

        assertThat(written()).isEmpty();
    }

    @Test
    void paintsFollowEachOtherNoFasterThanTheEyeNeeds() {
        tick();
        int first = written().length();

        now = now.plusMillis(149);
        tick();
        assertThat(written()).hasSize(first);

        now = now.plusMillis(1);
        tick();
        assertThat(written().length()).isGreaterThan(first);
    }

    @Test
    void linesThatLambdaWritesAroundAnInvocationAreLeftOut() {
        screen.event(new WorldEvent.LogLine(now, "terminator", "START RequestId: 1 Version: $LATEST"));
        screen.event(new WorldEvent.LogLine(now, "terminator", "[INFO] No pending terminations"));
        tick();

        assertThat(written()).contains("No pending terminations").doesNotContain("START");
    }

    @Test
    void nothingIsPaintedAfterTheEnd() {
        tick();
        screen.close();
        int length = written().length();

        now = now.plusSeconds(9);
        tick();

        assertThat(written()).hasSize(length);
    }
}
