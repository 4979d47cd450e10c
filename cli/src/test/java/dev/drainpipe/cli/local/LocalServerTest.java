package dev.drainpipe.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LocalServerTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    /** Breaks the server off when it first waits for real time to pass, which is when it is up. */
    private final Machine machine = new Machine(
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
            time -> {
                throw new BrokenOff();
            },
            work -> {});

    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Version 1 of the AWS CLI minds AWS_ENDPOINT_URL for all services but SQS, and would call AWS. */
    @Test
    void theCommandsItPrintsReachItWithAnyVersionOfTheCli() {
        LocalCommand command = LocalCommand.of(Terminal.of(out, out, new Properties()), machine, Path.of(".."));
        new CommandLine(command).parseArgs("--instances", "2", "--serve", "0");

        assertThatThrownBy(command::call).isInstanceOf(BrokenOff.class);

        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .containsPattern("export AWS_ENDPOINT_URL=http://127\\.0\\.0\\.1:\\d+\n")
                .containsPattern("aws sqs list-queues --endpoint-url http://127\\.0\\.0\\.1:\\d+\n");
    }
}
