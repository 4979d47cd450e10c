package dev.drainpipe.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.ExitCode;
import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.OptionValues;
import dev.drainpipe.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SimulateCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final OptionValues values = new OptionValues();

    private SimulateCommand command(String... arguments) {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.of(printed, printed, new Properties());
        Machine machine = new Machine(InstantSource.system(), SimulateCommandTest::pause, work -> {});
        SimulateCommand command =
                new SimulateCommand(terminal, machine, Path.of(".."), new SimulateCommand.Sources("abc1234", 2));
        new CommandLine(command).parseArgs(arguments);
        return command;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withoutOptionsTwoHundredSeedsArePlayedOnAllProcessors() {
        assertThat(command().read(values))
                .isEqualTo(new SimulateOptions(
                        200, 1, Optional.empty(), 2, OptionalLong.empty(), false, false, "abc1234"));
    }

    @Test
    void aTimeIsAskedForInWords() {
        assertThat(command("--for", "10m").read(values).time()).contains(Duration.ofMinutes(10));

        command("--for", "soon").read(values);

        assertThat(values.mistakes())
                .containsExactly("--for: 'soon' is not accepted; accepted is a time such as 90s, 10m or 2h.");
    }

    @Test
    void allMistakesAreToldTogether() {
        assertThat(command("--log", "--json", "--threads", "0").mistakes())
                .containsExactly(
                        "--log is about one run: say which with --seed.",
                        "--log cannot be combined with --json.",
                        "--threads: '0' is not accepted; accepted is a whole number from 1 to 256.");
    }

    @Test
    void severalSeedsArePlayedAndReported() {
        assertThat(command("--seeds", "3").call()).isEqualTo(ExitCode.OK);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("What went wrong", "3 runs", "Every run was clean.");
    }

    @Test
    void oneSeedIsPlayedAgainWithItsLog() {
        assertThat(command("--seed", "5", "--log").call()).isEqualTo(ExitCode.OK);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("seed 5,")
                .contains("terminator: START", "Seed 5: ", "clean.");
    }

    @Test
    void programsGetJson() {
        assertThat(command("--seeds", "2", "--json").call()).isEqualTo(ExitCode.OK);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{")
                .contains("\"ok\" : true", "\"runs\" : 2", "\"coverage\"");
    }
}
