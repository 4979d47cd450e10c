package dev.drainpipe.simulator.wire;

import dev.drainpipe.simulator.time.Processes;
import dev.drainpipe.simulator.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The transport of SDK clients that live in the simulator's own process: no port, no socket, virtual time.
 *
 * <p>On a simulated process a call takes its latency, and a long poll waits, in virtual time. Elsewhere every call is
 * answered at once: a long poll of an empty queue then ends empty without a wait.
 */
public final class SimulatedHttp implements SdkHttpClient {
    /** How often a long poll looks again, in virtual time: well below a second, so that it adds no visible delay. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Dispatcher dispatcher;
    private final String caller;
    private final Duration latency;

    /** A transport without latency; the caller is the name by which its calls are counted. */
    public SimulatedHttp(Dispatcher dispatcher, String caller) {
        this(dispatcher, caller, Duration.ZERO);
    }

    /** A transport on which each call takes this long on a process: half on the way there, half on the way back. */
    public SimulatedHttp(Dispatcher dispatcher, String caller, Duration latency) {
        this.dispatcher = dispatcher;
        this.caller = caller;
        this.latency = latency;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return response(answer(wireRequest(request)));
                } catch (ConnectionBroken broken) {
                    throw broken.seen();
                }
            }

            @Override
            public void abort() {
                // A call is answered in one go; there is never one to break off.
            }
        };
    }

    @Override
    public String clientName() {
        return "Simulated";
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private WireResponse answer(WireRequest request) {
        World world = dispatcher.world();
        if (!world.processes().inProcess()) {
            return world.exclusively(() -> {
                Call call = dispatcher.open(request);
                return call.attempt().orElseGet(call::giveUp);
            });
        }
        travel(world.processes());
        WireResponse response = waitFor(dispatcher.open(request), world.processes());
        travel(world.processes());
        return response;
    }

    private void travel(Processes processes) {
        if (!latency.isZero()) {
            processes.sleep(latency.dividedBy(2));
        }
    }

    private static WireResponse waitFor(Call call, Processes processes) {
        Optional<WireResponse> response = call.attempt();
        while (response.isEmpty()) {
            Duration left = call.patienceLeft();
            processes.sleep(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            response = call.attempt();
        }
        return response.get();
    }

    private WireRequest wireRequest(HttpExecuteRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.httpRequest().forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        SdkBytes body = request.contentStreamProvider()
                .map(content -> {
                    InputStream stream = content.newStream();
                    return SdkBytes.fromInputStream(stream);
                })
                .orElseGet(() -> SdkBytes.fromUtf8String(""));
        return new WireRequest(caller, request.httpRequest().encodedPath(), headers, body);
    }

    private static HttpExecuteResponse response(WireResponse response) {
        byte[] body = response.body().asByteArrayUnsafe();
        SdkHttpResponse.Builder http = SdkHttpResponse.builder().statusCode(response.status());
        response.headers().forEach(http::putHeader);
        http.putHeader("Content-Length", String.valueOf(body.length));
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }
}
