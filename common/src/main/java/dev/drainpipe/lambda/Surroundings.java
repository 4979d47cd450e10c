package dev.drainpipe.lambda;

import dev.drainpipe.port.Pause;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;

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
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
