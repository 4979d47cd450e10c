package dev.drainpipe.verification.runtime;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Java of its own that serves one function through the runtime interface client, told everything by its environment. */
final class LambdaProcess implements AutoCloseable {
    private final Process process;

    /**
     * Starts it.
     *
     * @param folder the function's deployable folder
     * @param nativeClient the argument for Java that names the runtime client's native library
     * @param environment all of its environment variables, among them {@code _HANDLER} and {@code AWS_LAMBDA_RUNTIME_API}
     * @param output takes every line that it writes, on a thread of its own
     */
    LambdaProcess(Path folder, String nativeClient, Map<String, String> environment, Consumer<String> output)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String handler = String.valueOf(environment.get("_HANDLER"));
        // As on Lambda: client compiler only, serial collector (Lambda developer guide, Java runtime defaults).
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        nativeClient,
                        "-cp",
                        Artefacts.classPath(folder),
                        AWSLambda.class.getName(),
                        handler)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
        this.process = builder.start();
        Thread reader = new Thread(() -> read(output), "output of " + handler);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> output) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output);
        } catch (IOException | UncheckedIOException closed) {
            // The process was ended; what it still had to say is lost, as on Lambda.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
