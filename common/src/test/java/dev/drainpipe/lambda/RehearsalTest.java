package dev.drainpipe.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class RehearsalTest {
    private final List<SdkHttpRequest> sent = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Surroundings real = new Surroundings(
            Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "real"),
            () -> Instant.EPOCH,
            time -> {},
            new Network(),
            (level, message, fields) -> log.add(level + " " + message));

    /** A network that nobody answers on. */
    private final class Network implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    sent.add(request.httpRequest());
                    throw new IOException("nobody answers");
                }

                @Override
                public void abort() {
                    // Nothing to break off.
                }
            };
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }

    /** A function that asks its AWS the same thing twice. */
    private RequestStreamHandler asking(Surroundings stage) {
        return (in, out, context) -> {
            heard.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            heard.add(stage.environment().get("AWS_ACCESS_KEY_ID"));
            heard.add(ask(stage));
            heard.add(ask(stage));
            stage.log().write(LogSink.Level.ERROR, "only played", Map.of());
        };
    }

    private static String ask(Surroundings stage) throws IOException {
        HttpExecuteRequest request = HttpExecuteRequest.builder()
                .request(SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .protocol("https")
                        .host("autoscaling.eu-central-1.amazonaws.com")
                        .encodedPath("/")
                        .build())
                .contentStreamProvider(() ->
                        new ByteArrayInputStream("Version=1&Action=DescribeThings".getBytes(StandardCharsets.UTF_8)))
                .build();
        HttpExecuteResponse answer = stage.http().prepareRequest(request).call();
        return new String(answer.responseBody().orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theFunctionIsPlayedBeforeAnAwsOfItsOwn() {
        new Rehearsal("{}", Map.of("DescribeThings", "<Things/>")).play(real, this::asking);

        assertThat(heard).containsExactly("{}", "rehearsal", "<Things/>", "<Response/>");
        assertThat(log).noneMatch(line -> line.contains("only played"));
    }

    @Test
    void onlyARequestWithoutCredentialsLeavesTheProcess() {
        new Rehearsal("{}", Map.of()).play(real, this::asking);

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(SdkHttpMethod.HEAD);
            assertThat(request.host()).isEqualTo("autoscaling.eu-central-1.amazonaws.com");
            assertThat(request.headers()).doesNotContainKey("Authorization");
        });
    }

    /** A function whose start fails because a rehearsal failed would be worse than a slow one. */
    @Test
    void whateverFailsIsLeftToTheFirstInvocation() {
        new Rehearsal("{}", Map.of()).play(real, stage -> {
            throw new IllegalStateException("broken");
        });

        assertThat(log).last().asString().startsWith("INFO Rehearsed in ");
    }
}
