package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RuntimeApiTest {
    private final LambdaWorld lambda = new LambdaWorld();
    private final HttpClient client = HttpClient.newHttpClient();
    private RuntimeApi api;

    @BeforeEach
    void serve() throws IOException {
        api = new RuntimeApi(lambda.world);
        lambda.deploy("f", api);
    }

    @AfterEach
    void close() {
        api.close();
        lambda.close();
    }

    @Test
    void theNextInvocationCarriesItsEventAndWhoseItIs() throws Exception {
        String requestId = lambda.invoke("f", "{\"queue_name\": \"q2\"}");
        lambda.pass(Duration.ofMillis(10));

        HttpResponse<String> next = get("/invocation/next");

        assertThat(next.body()).isEqualTo("{\"queue_name\": \"q2\"}");
        assertThat(next.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).contains(requestId);
        assertThat(next.headers().firstValue("Lambda-Runtime-Deadline-Ms"))
                .contains(String.valueOf(LambdaWorld.START.plusSeconds(3).toEpochMilli()));
        assertThat(next.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn"))
                .contains("arn:aws:lambda:eu-central-1:111122223333:function:f");
    }

    @Test
    void aResponseIsTheOutcome() throws Exception {
        String requestId = invokeAndTake();

        int status = post("/invocation/" + requestId + "/response", "{\"done\":true}");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(status).isEqualTo(202);
        assertThat(lambda.outcomes).containsExactly(new Outcome.Answered("{\"done\":true}"));
    }

    @Test
    void anErrorIsTheOutcome() throws Exception {
        String requestId = invokeAndTake();

        int status = post(
                "/invocation/" + requestId + "/error",
                "{\"errorMessage\":\"no\",\"errorType\":\"a.B\",\"stackTrace\":[]}");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(status).isEqualTo(202);
        assertThat(lambda.outcomes).containsExactly(new Outcome.Threw("a.B", "no"));
    }

    @Test
    void aProcessThatCannotStartFailsTheInvocation() throws Exception {
        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMillis(10));

        post("/init/error", "{\"errorMessage\":\"no class\",\"errorType\":\"ClassNotFound\"}");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(lambda.outcomes).containsExactly(new Outcome.Threw("ClassNotFound", "no class"));
    }

    @Test
    void anAnswerAfterTheTimeOutIsRefused() throws Exception {
        String requestId = invokeAndTake();

        lambda.pass(Duration.ofSeconds(5));
        int status = post("/invocation/" + requestId + "/response", "{}");

        assertThat(status).isEqualTo(400);
        assertThat(lambda.outcomes).containsExactly(new Outcome.TimedOut("Task timed out after 3.00 seconds"));
    }

    @Test
    void aProcessWaitsForWork() throws Exception {
        CompletableFuture<HttpResponse<String>> next =
                client.sendAsync(request("/invocation/next").build(), BodyHandlers.ofString());

        lambda.invoke("f", "\"later\"");
        lambda.pass(Duration.ofMillis(10));

        assertThat(next.get(10, TimeUnit.SECONDS).body()).isEqualTo("\"later\"");
    }

    private String invokeAndTake() throws Exception {
        String requestId = lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMillis(10));
        get("/invocation/next");
        return requestId;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private int post(String path, String body) throws Exception {
        HttpRequest request = request(path).POST(BodyPublishers.ofString(body)).build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + api.address() + "/2018-06-01/runtime" + path));
    }
}
