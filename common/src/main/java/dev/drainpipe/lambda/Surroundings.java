package dev.drainpipe.lambda;

import dev.drainpipe.port.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * What a handler may know of the world besides its event: given once, to its constructor.
 *
 * <p>In Lambda it is made from the process's own environment; a local run and the tests pass their own.
 *
 * @param environment the environment variables
 * @param clock the only clock
 * @param pause how a function waits between two looks
 * @param http the transport of all SDK clients
 * @param log where the journal's lines go
 */
public record Surroundings(
        Map<String, String> environment, InstantSource clock, Pause pause, SdkHttpClient http, LogSink log) {
    /** A call that takes longer than this is given up, and tried again by the SDK; a long poll takes one second. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(6);

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The real world: the process's environment, the system's clock, the network, log4j. */
    public static Surroundings inLambda() {
        SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECTION_TIMEOUT)
                .socketTimeout(SOCKET_TIMEOUT)
                .build();
        return new Surroundings(System.getenv(), InstantSource.system(), Surroundings::sleep, http, new LoggerSink());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the next look", e);
        }
    }
}
