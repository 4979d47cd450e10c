package dev.drainpipe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.local.LocalCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainpipeTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Terminal terminal = new Terminal(stream(out), stream(err), false, 100, 30, false);
        return new Drainpipe(terminal, List.of(LocalCommand.of(terminal, Machine.real(), Path.of(".")))).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertThat(run()).isZero();
        assertThat(out()).contains("Commands:").contains("local");
    }

    @Test
    void everyMistakeOfACommandLineIsToldAtOnce() {
        int code = run(
                "local",
                "--instances",
                "0",
                "--tasks",
                "x",
                "--scale-in",
                "--load-balancer",
                "alb",
                "--speed",
                "NaN",
                "--seed",
                "1.5",
                "--serve",
                "99999",
                "--json",
                "--events",
                "no-such-file",
                "--bogus");

        assertThat(code).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .containsExactly(
                        "drainpipe: no such option: '--bogus'; accepted are --instances, --tasks, --scale-in, "
                                + "--load-balancer, --speed, --seed, --events, --serve, --json, --without-drainpipe, "
                                + "--help, --version.",
                        "drainpipe: --json cannot be combined with --serve: a server has no summary.",
                        "drainpipe: --events cannot be combined with --serve: send the messages with an AWS client.",
                        "drainpipe: --instances: '0' is not accepted; accepted is a whole number from 1 to 500.",
                        "drainpipe: --tasks: 'x' is not accepted; accepted is a whole number from 1 to 5.",
                        "drainpipe: --scale-in: the value is missing; accepted is a whole number from 0 to 5.",
                        "drainpipe: --load-balancer: 'alb' is not accepted; accepted is classic or target-group.",
                        "drainpipe: --speed: 'NaN' is not accepted; accepted is a number from 0.1 to 10000 (virtual "
                                + "seconds for each real one), or max.",
                        "drainpipe: --seed: '1.5' is not accepted; accepted is a whole number.",
                        "drainpipe: --events: 'no-such-file' is not accepted; accepted is a file that can be read.",
                        "drainpipe: --serve: '99999' is not accepted; accepted is a whole number from 0 to 65535.",
                        "Say 'drainpipe local --help' for what is accepted.");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheKnownOnes() {
        assertThat(run("locale")).isEqualTo(2);
        assertThat(err()).startsWith("drainpipe: no such command: 'locale'; accepted is local.");
    }

    @Test
    void anOptionGivenTwiceIsRefused() {
        assertThat(run("local", "--seed", "1", "--seed", "2")).isEqualTo(2);
        assertThat(err()).contains("option '--seed' (N) should be specified only once.");
    }

    @Test
    void aNegativeNumberIsNoOption() {
        assertThat(run("local", "--seed", "-5", "--instances", "-1")).isEqualTo(2);
        assertThat(err()).contains("--instances: '-1' is not accepted").doesNotContain("-5");
    }

    @Test
    void helpIsNoMistakeAndRunsNothing() {
        assertThat(run("local", "--help")).isZero();
        assertThat(out()).contains("--without-drainpipe").contains("--scale-in=N");
    }
}
