package dev.drainpipe.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.lambda.LogSink.Level;
import dev.drainpipe.port.Pause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A function's first invocation, played while Lambda still starts it, so that the first real one finds everything loaded.
 *
 * <p>Lambda starts a function at full speed, and invokes it with the share of a CPU that its memory buys; with SnapStart
 * what was loaded is part of the snapshot (AWS Lambda Developer Guide, "Maximize Lambda SnapStart performance"). The play
 * has an AWS of its own, in memory, so it needs no rights and changes nothing, and what it makes is thrown away, so
 * nothing that is unique or ages stays behind. Then one request without credentials opens a TLS connection. Whatever
 * fails is left to the first invocation.
 *
 * @param event what the function is invoked with
 * @param answers what AWS answers in the play, once, by the name of the operation; nothing, to all others
 */
public record Rehearsal(String event, Map<String, String> answers) {
    private static final Pause NO_PAUSE = time -> {};
    private static final LogSink NO_LOG = (level, message, fields) -> {};

    public Rehearsal {
        answers = Map.copyOf(answers);
    }

    /** Plays it with a second handler, made from surroundings of its own. */
    public void play(Surroundings real, Function<Surroundings, RequestStreamHandler> handler) {
        Instant begin = real.clock().instant();
        RehearsalAws aws = new RehearsalAws(answers);
        try {
            Surroundings stage = new Surroundings(environment(real), real.clock(), NO_PAUSE, aws, NO_LOG);
            handler.apply(stage)
                    .handleRequest(
                            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream(),
                            new RehearsalContext());
        } catch (IOException | RuntimeException unplayed) {
            real.log().write(Level.DEBUG, "Rehearsal broken off: " + unplayed, Map.of());
        }
        aws.host().ifPresent(host -> connect(real, host));
        // The first line takes a logger longer than all others, so this one is no less a part of it.
        Duration took = Duration.between(begin, real.clock().instant());
        real.log().write(Level.INFO, "Rehearsed in " + took.toMillis() + " ms", Map.of());
    }

    private static Map<String, String> environment(Surroundings real) {
        Map<String, String> environment = new HashMap<>(real.environment());
        environment.put("AWS_ACCESS_KEY_ID", "rehearsal");
        environment.put("AWS_SECRET_ACCESS_KEY", "rehearsal");
        environment.put("AWS_MAX_ATTEMPTS", "1");
        return environment;
    }

    private static void connect(Surroundings real, URI host) {
        SdkHttpRequest head =
                SdkHttpRequest.builder().method(SdkHttpMethod.HEAD).uri(host).build();
        try {
            real.http()
                    .prepareRequest(HttpExecuteRequest.builder().request(head).build())
                    .call();
        } catch (IOException | RuntimeException unconnected) {
            real.log().write(Level.DEBUG, "No connection to " + host + ": " + unconnected, Map.of());
        }
    }
}
