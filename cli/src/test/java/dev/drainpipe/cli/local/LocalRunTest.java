package dev.drainpipe.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whole runs on the simulated AWS with the real Lambdas, at full speed. */
class LocalRunTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    @BeforeEach
    void theProjectsOwnTemplateIsDeployed() throws IOException {
        Files.copy(Path.of("..", "template.yaml"), home.resolve("template.yaml"));
    }

    private int run(String... arguments) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Machine machine = new Machine(InstantSource.system(), time -> {}, work -> {});
        LocalCommand command = LocalCommand.of(Terminal.of(stream, stream, new Properties()), machine, home);
        new CommandLine(command).parseArgs(arguments);
        return command.call();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aScaleInBehindAClassicLoadBalancerDropsNothing() {
        assertThat(run("--speed", "max")).isZero();
        assertThat(out()).contains("It worked: 2 of 2 instances let go safely").contains(" 0 dropped.");
    }

    @Test
    void aScaleInBehindATargetGroupDropsNothing() {
        assertThat(run("--speed", "max", "--load-balancer", "target-group", "--seed", "2"))
                .isZero();
    }

    @Test
    void allButOneInstanceCanLeave() {
        assertThat(run("--speed", "max", "--instances", "4", "--scale-in", "3")).isZero();
        assertThat(out()).contains("It worked: 3 of 3 instances let go safely");
    }

    @Test
    void withoutDrainpipeTheSameScaleInCostsRequests() {
        assertThat(run("--speed", "max", "--without-drainpipe")).isEqualTo(1);
        assertThat(out())
                .contains("What it costs without Drainpipe: ")
                .containsPattern("[1-9][0-9]* requests were dropped");
    }

    @Test
    void theSameSeedGivesTheSameSummaryAtEverySpeed() {
        run("--speed", "max", "--json", "--seed", "7");
        String first = out();

        run("--speed", "max", "--json", "--seed", "7");
        assertThat(out()).isEqualTo(first).contains("\"ok\" : true");

        run("--speed", "5000", "--json", "--seed", "7");
        assertThat(out()).isEqualTo(first);

        run("--speed", "max", "--json", "--seed", "8");
        assertThat(out()).isNotEqualTo(first);
    }

    @Test
    void thePictureAndTheLogStay() throws IOException {
        run("--speed", "max");

        assertThat(Files.readString(home.resolve("target/local/timeline.html"))).contains("Nothing was lost");
        assertThat(Files.readAllLines(home.resolve("target/local/run.log")))
                .anyMatch(line -> line.contains("deregister") && line.contains("[INFO]"));
    }

    @Test
    void whatBecameOfEachFedMessageIsTold() throws IOException {
        Path malformed = Files.writeString(home.resolve("malformed.txt"), "no json");
        Path termination = Path.of("..", "events", "termination-direct.json");

        int code = run("--speed", "max", "--events", malformed.toString(), termination.toString());

        assertThat(code).isZero();
        assertThat(out())
                .containsPattern("malformed.txt: kept in a dead-letter queue\n .*the body is not a JSON object")
                .contains("termination-direct.json: dealt with");
    }
}
