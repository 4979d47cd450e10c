package dev.drainpipe.simulator.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drainpipe.simulator.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The code of a function in a process of its own: a loopback server that speaks Lambda's Runtime API, so that the real
 * runtime interface client serves the function (Lambda developer guide, "Using the Lambda runtime API for custom
 * runtimes").
 *
 * <p>The process answers in real time, so the world's clock has to run with real time too, from about the real present:
 * the deadline that the process is told is the world's. Differences from AWS: a process that missed its time-out is not
 * killed but left to answer into the void; several processes may ask one server for work.
 */
public final class RuntimeApi implements FunctionCode, AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime";
    /** How often an invocation looks whether the process has answered; adds at most this much to its duration. */
    private static final Duration LOOK = Duration.ofMillis(5);

    private final World world;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "runtime-api");
        thread.setDaemon(true);
        return thread;
    });
    private final BlockingQueue<RuntimeWork> waiting = new LinkedBlockingQueue<>();
    private final Map<String, RuntimeWork> handedOut = new ConcurrentHashMap<>();

    /** A server on a free loopback port, which serves from now on. */
    public RuntimeApi(World world) throws IOException {
        this.world = world;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, this::serve);
        server.start();
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API} for the process, such as {@code 127.0.0.1:41234}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public String invoke(String payload, InvocationContext context) {
        RuntimeWork work = new RuntimeWork(payload, context);
        waiting.add(work);
        try {
            while (!work.done()) {
                world.processes().sleep(LOOK);
            }
            return work.answer();
        } finally {
            waiting.remove(work);
            handedOut.remove(context.requestId());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(ROOT.length());
            switch (path) {
                case "/invocation/next" -> next(exchange);
                case "/init/error" -> initError(exchange);
                default -> result(exchange, path.split("/", -1));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        RuntimeWork work = waiting.take();
        InvocationContext context = work.context();
        handedOut.put(context.requestId(), work);
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", context.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", String.valueOf(context.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", context.functionArn());
        try {
            answer(exchange, 200, work.payload());
        } catch (IOException processIsGone) {
            waiting.add(work);
            throw processIsGone;
        }
    }

    /** The process could not start: whatever waits for it fails with its error. */
    private void initError(HttpExchange exchange) throws IOException, InterruptedException {
        String error = body(exchange);
        waiting.take().fail(error);
        accepted(exchange);
    }

    private void result(HttpExchange exchange, String[] path) throws IOException {
        boolean known = path.length == 4 && path[1].equals("invocation");
        RuntimeWork work = known ? handedOut.remove(path[2]) : null;
        String body = body(exchange);
        if (work == null) {
            answer(exchange, 400, "{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}");
        } else if (path[3].equals("response")) {
            work.succeed(body);
            accepted(exchange);
        } else {
            work.fail(body);
            accepted(exchange);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void accepted(HttpExchange exchange) throws IOException {
        answer(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
