package dev.drainpipe.benchmarks.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AWS behind TLS 1.3 that answers every call of the functions at once, always the same, and writes the calls down. */
final class AwsStub implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Answers answers = new Answers();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean message = new AtomicBoolean();
    private volatile boolean keepAlive = true;
    private volatile Function caller = Function.TASK_SCALER;

    AwsStub(Certificate certificate) throws IOException {
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it is: the variable {@code AWS_ENDPOINT_URL}. */
    String address() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** Who will call now. */
    void serve(Function function) {
        caller = function;
    }

    /** Whether connections stay open; those of a snapshot do not live through its restore. */
    void keepAlive(boolean open) {
        keepAlive = open;
    }

    /** Puts a message on every queue, for whoever asks first, or none. */
    void fillQueues(boolean full) {
        message.set(full);
    }

    /** The calls since the last time, as {@code service:Operation}. */
    List<String> takeCalls() {
        synchronized (calls) {
            List<String> taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!keepAlive) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            String operation = operation(exchange, body);
            if (operation.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            calls.add(operation);
            boolean empty = operation.endsWith(":ReceiveMessage") && !message.getAndSet(false);
            byte[] answer =
                    (empty ? "{}" : answers.to(caller, operation, body, address())).getBytes(StandardCharsets.UTF_8);
            boolean json = exchange.getRequestHeaders().containsKey("X-Amz-Target");
            exchange.getResponseHeaders().set("Content-Type", json ? "application/x-amz-json-1.1" : "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Empty for a request that is no call, such as one that only opens a connection. */
    private static String operation(HttpExchange exchange, String body) {
        Matcher scope = SCOPE.matcher(header(exchange, "Authorization"));
        String target = header(exchange, "X-Amz-Target");
        Matcher action = ACTION.matcher(body);
        if (!scope.find()) {
            return "";
        }
        String name =
                target.isEmpty() && action.find() ? action.group(1) : target.substring(target.lastIndexOf('.') + 1);
        return scope.group(1) + ":" + name;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
