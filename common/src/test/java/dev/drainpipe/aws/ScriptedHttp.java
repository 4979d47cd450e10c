package dev.drainpipe.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers the SDK's requests with prepared texts, in order, and keeps the requests. */
final class ScriptedHttp implements SdkHttpClient {
    /** The bodies of the requests; those of Query services decoded. */
    final List<String> requests = new ArrayList<>();

    /** Where the requests went, each with its authorization. */
    final List<String> destinations = new ArrayList<>();

    private final Deque<Answer> answers = new ArrayDeque<>();

    private record Answer(int status, String body) {}

    ScriptedHttp answer(String body) {
        answers.add(new Answer(200, body));
        return this;
    }

    ScriptedHttp answer(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** An error of a Query service. */
    ScriptedHttp queryError(int status, String code, String message) {
        return answer(
                status,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error><RequestId>r</RequestId></ErrorResponse>");
    }

    /** An error of a JSON service. */
    ScriptedHttp jsonError(int status, String code) {
        return answer(status, "{\"__type\": \"" + code + "\", \"message\": \"told to\"}");
    }

    SdkClients clients() {
        return new SdkClients(
                Map.of(
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_MAX_ATTEMPTS", "1"),
                this);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                requests.add(text(request));
                destinations.add(request.httpRequest().getUri() + " "
                        + request.httpRequest()
                                .firstMatchingHeader("Authorization")
                                .orElse(""));
                Answer answer = answers.remove();
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(answer.status())
                                .putHeader("Content-Length", String.valueOf(body.length))
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}

    private static String text(HttpExecuteRequest request) {
        try (InputStream in = request.contentStreamProvider().orElseThrow().newStream()) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return body.startsWith("{") ? body : URLDecoder.decode(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
