package dev.drainpipe.localstack;

import cloud.localstack.Localstack;
import cloud.localstack.docker.annotation.LocalstackDockerConfiguration;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** LocalStack with SQS alone, in a container on ports that are free. */
final class LocalStackInDocker {
    /** The last image that starts without an account's token; later ones end at once with exit code 55. */
    private static final String VERSION = "4.14.0";

    private static final int PATIENCE_SECONDS = 20;

    /** Whether a Docker client is installed here, and has an engine. */
    boolean answers() {
        try {
            Process asked = new ProcessBuilder("docker", "version", "--format", "{{.Server.Version}}")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }

    void start() {
        Localstack.INSTANCE.startup(LocalstackDockerConfiguration.builder()
                .imageName("localstack/localstack")
                .imageTag(VERSION)
                .pullNewImage(false)
                .randomizePorts(true)
                .environmentVariables(Map.of("SERVICES", "sqs"))
                .build());
    }

    URI endpoint() {
        return URI.create(Localstack.INSTANCE.getEndpointSQS());
    }

    void stop() {
        Localstack.INSTANCE.stop();
    }
}
