package dev.drainpipe.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drainpipe.simulator.wire.Call;
import dev.drainpipe.simulator.wire.ConnectionBroken;
import dev.drainpipe.simulator.wire.CredentialScope;
import dev.drainpipe.simulator.wire.Dispatcher;
import dev.drainpipe.simulator.wire.WireRequest;
import dev.drainpipe.simulator.wire.WireResponse;
import dev.drainpipe.simulator.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A server on the loopback interface that answers any AWS SDK or the AWS CLI, all services under one address.
 *
 * <p>The caller is the access key id of the request's signature, which itself is not checked. A long poll waits until
 * its virtual patience is over, but never longer in real time than that: a client's own time-out is real.
 */
public final class HttpFace implements AutoCloseable {
    /** How often a long poll looks again, in real time: short enough that no client notices. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private static final String GREETING = """
            This is Drainpipe's simulated AWS: SQS, ECS, Elastic Load Balancing and EC2 Auto Scaling in virtual time.
            Point an AWS client here, for example: aws --endpoint-url %s sqs list-queues
            """;

    private final World world;
    private final Dispatcher dispatcher;
    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Takes the port; no request is answered before {@link #start}.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException if the port is taken
     */
    public HttpFace(World world, Dispatcher dispatcher, int port) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.server = bind(port);
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "http-face");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static HttpServer bind(int port) {
        // The JDK's server sends headers and body apart. Without this, which it reads once, the body of each answer
        // waits some 40 ms for the client's acknowledgement of the headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d cannot be listened on: %s".formatted(port, e.getMessage()), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address to point clients at, such as {@code http://127.0.0.1:4566}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Begins to answer; queue URLs carry this face's address from now on. */
    public HttpFace start() {
        world.exclusively(() -> {
            dispatcher.reachableAt(address());
            return true;
        });
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        return this;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (isBrowser(exchange)) {
                write(exchange, text(200, GREETING.formatted(address())));
            } else {
                write(exchange, answer(read(exchange)));
            }
        } catch (ConnectionBroken unanswered) {
            // The exchange is closed without an answer, as the client shall see it.
        }
    }

    /** Whether a person asks what this is; a signed request is some client's, such as the listing of S3 buckets. */
    private static boolean isBrowser(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals("/")
                && exchange.getRequestURI().getRawQuery() == null
                && !exchange.getRequestHeaders().containsKey("Authorization");
    }

    private static WireRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String query = exchange.getRequestURI().getRawQuery();
        SdkBytes sent = SdkBytes.fromInputStream(exchange.getRequestBody());
        SdkBytes body = sent.asByteArrayUnsafe().length == 0 && query != null ? SdkBytes.fromUtf8String(query) : sent;
        WireRequest request =
                new WireRequest("anonymous", exchange.getRequestURI().getPath(), headers, body);
        return CredentialScope.of(request.headers())
                .map(scope -> request.from(scope.accessKeyId()))
                .orElse(request);
    }

    private WireResponse answer(WireRequest request) {
        try {
            Call call = world.exclusively(() -> dispatcher.open(request));
            Optional<WireResponse> response = world.exclusively(call::attempt);
            long looks = world.exclusively(call::patienceLeft).dividedBy(LOOK_AGAIN);
            for (long look = 0; response.isEmpty() && look < looks && !closedWithin(LOOK_AGAIN); look++) {
                response = world.exclusively(call::attempt);
            }
            return response.orElseGet(() -> world.exclusively(call::giveUp));
        } catch (ConnectionBroken broken) {
            throw broken;
        } catch (RuntimeException broken) {
            return text(500, "The simulator failed: " + broken);
        }
    }

    private boolean closedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static WireResponse text(int status, String text) {
        return new WireResponse(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), SdkBytes.fromUtf8String(text));
    }

    private static void write(HttpExchange exchange, WireResponse response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = response.body().asByteArrayUnsafe();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
