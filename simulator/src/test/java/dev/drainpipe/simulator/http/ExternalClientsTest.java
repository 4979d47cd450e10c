package dev.drainpipe.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each script takes seconds to start its clients, and has an account of its own, so they run at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class ExternalClientsTest {
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "clients");

    /** More than any script needs, so that a client that hangs fails the test and not the build. */
    private static final int LONGEST_MINUTES = 3;

    private static final Map<String, String> CLIENT = Map.of(
            "AWS_ACCESS_KEY_ID", "simulated",
            "AWS_SECRET_ACCESS_KEY", "simulated",
            "AWS_DEFAULT_REGION", "eu-central-1",
            "AWS_CONFIG_FILE", "none",
            "AWS_SHARED_CREDENTIALS_FILE", "none",
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_MAX_ATTEMPTS", "1",
            "AWS_PAGER", "",
            "PYTHONIOENCODING", "utf-8");

    private final Path output;

    ExternalClientsTest(@TempDir Path directory) {
        this.output = directory.resolve("output.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs.py", "ecs.py", "scaling.py", "balancing.py"})
    void boto3IsAnsweredAsByAws(String script) throws Exception {
        assumeTrue(
                runs("python3", "-c", "import boto3"),
                "Skipped: boto3 is not installed for python3, so it cannot judge the simulator.");

        run("python3", script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs.sh", "ecs.sh", "scaling.sh", "balancing.sh"})
    void theAwsCliIsAnsweredAsByAws(String script) throws Exception {
        assumeTrue(
                runs("aws", "--version"),
                "Skipped: the AWS CLI (aws) is not installed, so it cannot judge the simulator.");

        run("sh", script);
    }

    private void run(String interpreter, String script) throws Exception {
        try (ClientAccount account = new ClientAccount()) {
            ProcessBuilder command =
                    new ProcessBuilder(interpreter, SCRIPTS.resolve(script).toString());
            command.redirectErrorStream(true).redirectOutput(output.toFile());
            command.environment().putAll(CLIENT);
            command.environment().put("AWS_ENDPOINT_URL", account.address().toString());
            // Python would leave compiled copies of what the scripts share among the sources.
            command.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            command.environment().keySet().removeAll(List.of("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_REGION"));
            Process process = command.start();

            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);

            process.destroyForcibly();
            assertThat(ended).as("ended in time: " + Files.readString(output)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            assertThat(output).content().contains("step: ");
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(Arrays.asList(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
