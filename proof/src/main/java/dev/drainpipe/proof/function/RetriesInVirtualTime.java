package dev.drainpipe.proof.function;

import dev.drainpipe.port.Pause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Tries throttled calls again as the SDK does, three times in all, a second apart; the SDK itself would wait in real time,
 * in which no bucket of tokens fills up.
 */
public final class RetriesInVirtualTime implements SdkHttpClient {
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final SdkHttpClient http;
    private final Pause pause;

    public RetriesInVirtualTime(SdkHttpClient http, Pause pause) {
        this.http = http;
        this.pause = pause;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse answer = http.prepareRequest(request).call();
                for (int attempt = 1; !answer.httpResponse().isSuccessful(); attempt++) {
                    byte[] body = answer.responseBody().orElseThrow().readAllBytes();
                    if (attempt == ATTEMPTS || !new String(body, StandardCharsets.UTF_8).contains("Thrott")) {
                        return with(body, answer);
                    }
                    pause.pause(BETWEEN);
                    answer = http.prepareRequest(request).call();
                }
                return answer;
            }

            @Override
            public void abort() {
                throw new UnsupportedOperationException("nobody aborts a call here");
            }
        };
    }

    private static HttpExecuteResponse with(byte[] body, HttpExecuteResponse answer) {
        return HttpExecuteResponse.builder()
                .response(answer.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
