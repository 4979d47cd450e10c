package dev.drainpipe.benchmarks.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lambda's side of one process: hands out events, takes answers, and stamps the moments of both. */
final class RuntimeApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Long> ready = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    /** What a process answered, and when. */
    private record Answer(long nanos, String path, String body) {}

    RuntimeApi() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2018-06-01/runtime/", this::serve);
        server.createContext("/credentials", RuntimeApi::credentials);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it is: the variable {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits until the process asks for work, the first time the end of its start; and says when that was. */
    long awaitReady() throws InterruptedException {
        return inTime(ready.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), answers.peek());
    }

    /** Lets a process that waits for its restore go on. */
    void restore() {
        events.add("");
    }

    /** Gives it an event and waits for the answer; says when that came. */
    long invoke(String event) throws InterruptedException {
        events.add(event);
        Answer answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (answer == null || !answer.path().endsWith("/response")) {
            throw new IllegalStateException("The function did not answer: " + answer);
        }
        return answer.nanos();
    }

    private static long inTime(@Nullable Long nanos, @Nullable Answer instead) {
        if (nanos == null) {
            throw new IllegalStateException("The process did not start: " + instead);
        }
        return nanos;
    }

    private void serve(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.endsWith("/next")) {
                ready.add(now);
                hand(exchange, events.take());
            } else {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                answers.add(new Answer(now, path, body));
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hand(HttpExchange exchange, String event) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline.toEpochMilli()));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:111122223333:function:f");
        send(exchange, event);
    }

    /** What a function with SnapStart gets its credentials from (AWS Lambda Developer Guide, "Activating SnapStart"). */
    private static void credentials(HttpExchange exchange) throws IOException {
        try (exchange) {
            String expiration = Instant.now().plus(Duration.ofHours(6)).toString();
            send(
                    exchange,
                    "{\"AccessKeyId\": \"key\", \"SecretAccessKey\": \"secret\", \"Token\": \"token\", \"Expiration\": \""
                            + expiration + "\"}");
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
