package dev.drainpipe.benchmarks.cold;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process that serves one function, from its start on. */
public final class Start implements AutoCloseable {
    private static final double NANOS_PER_MS = 1e6;

    /** What the service takes between snapshot and restore, at least; long enough for idle connections to be noticed. */
    private static final Duration SNAPSHOT = Duration.ofMillis(300);

    private final Subject subject;
    private final Site site;
    private final RuntimeApi api = new RuntimeApi();
    private final CpuShare share;
    private final Process process;
    private final File output;
    private final long started;

    /**
     * Starts it.
     *
     * @param memoryMb how much memory the function is said to have; its heap follows from it
     * @throws IOException if it does not even start
     */
    public Start(Subject subject, Site site, int memoryMb) throws IOException {
        this.subject = subject;
        this.site = site;
        this.output = Files.createTempFile(site.scratch(), "output", ".txt").toFile();
        this.share = new CpuShare(System.nanoTime());
        Subject sized = memoryMb > 0 && !subject.command().get(0).contains("python")
                ? subject.withOptions(List.of("-XX:MaxRAM=" + memoryMb + "m"))
                : subject;
        ProcessBuilder builder = new ProcessBuilder(sized.command())
                .directory(subject.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().clear();
        builder.environment().putAll(environment(memoryMb));
        site.aws().serve(subject.function());
        site.aws().keepAlive(!subject.restored());
        this.started = System.nanoTime();
        this.process = builder.start();
        share.take(process);
    }

    private Map<String, String> environment(int memoryMb) {
        Map<String, String> environment =
                subject.function().environment(site.aws().address());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_ENDPOINT_URL", site.aws().address());
        environment.put("AWS_CA_BUNDLE", site.certificate().bundle().toString());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_DEFAULT_REGION", "eu-central-1");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", subject.function().module());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memoryMb));
        environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        environment.put("LAMBDA_TASK_ROOT", subject.folder().toString());
        environment.put("_HANDLER", subject.command().get(subject.command().size() - 1));
        if (subject.restored()) {
            environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://" + api.address() + "/credentials");
            environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "token");
        } else {
            environment.put("AWS_ACCESS_KEY_ID", "key");
            environment.put("AWS_SECRET_ACCESS_KEY", "secret");
            environment.put("AWS_SESSION_TOKEN", "token");
        }
        environment.putAll(subject.environment());
        return environment;
    }

    /** The first event under the CPU share of this memory; the whole CPU if it is 0. */
    public Sample first(int memoryMb) throws IOException, InterruptedException {
        return first(memoryMb, true);
    }

    /** The calls of a first event that finds the queues empty. */
    List<String> idle() throws IOException, InterruptedException {
        return first(0, false).calls();
    }

    private Sample first(int memoryMb, boolean busy) throws IOException, InterruptedException {
        try {
            long ready = api.awaitReady();
            if (subject.restored()) {
                Thread.sleep(SNAPSHOT.toMillis());
            }
            site.aws().takeCalls();
            site.aws().keepAlive(true);
            site.aws().fillQueues(busy);
            if (memoryMb > 0) {
                share.limit(memoryMb);
            }
            double init = subject.restored() ? 0 : (ready - started) / NANOS_PER_MS;
            long begin = System.nanoTime();
            if (subject.restored()) {
                api.restore();
                api.awaitReady();
            }
            double took = (api.invoke(subject.function().event()) - begin) / NANOS_PER_MS;
            Meter meter = new Meter(process.pid());
            return new Sample(
                    init, took, meter.cpuSeconds(), meter.peakMb(), site.aws().takeCalls());
        } catch (IllegalStateException e) {
            throw new IOException(
                    subject.name() + ", " + subject.function() + ": " + Files.readString(output.toPath()), e);
        }
    }

    /** Another event, in a process that is warm. */
    void again() throws InterruptedException {
        api.awaitReady();
        site.aws().fillQueues(true);
        api.invoke(subject.function().event());
    }

    /** What the kernel knows of it. */
    Meter meter() {
        return new Meter(process.pid());
    }

    /** Everything that it wrote. */
    public Path output() {
        return output.toPath();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        api.close();
        share.close();
    }
}
