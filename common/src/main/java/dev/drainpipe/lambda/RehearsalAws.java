package dev.drainpipe.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** An AWS in memory that has an answer for some operations, once, and else an empty success; for {@link Rehearsal}. */
final class RehearsalAws implements SdkHttpClient {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");

    private final Map<String, String> answers;
    private @Nullable URI host;

    RehearsalAws(Map<String, String> answers) {
        this.answers = new HashMap<>(answers);
    }

    /** Where the first call would have gone; none if there was none. */
    Optional<URI> host() {
        return Optional.ofNullable(host);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                // There is nothing to break off.
            }
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest head = request.httpRequest();
        host = host == null ? head.getUri().resolve("/") : host;
        // Of the two protocols that our services speak, JSON has the operation's name in a header, Query in the body.
        Optional<String> json =
                head.firstMatchingHeader("X-Amz-Target").map(target -> target.substring(target.lastIndexOf('.') + 1));
        String name = json.isPresent() ? json.get() : action(request);
        String said = answers.remove(name);
        String body = said == null ? json.isPresent() ? "{}" : "<Response/>" : said;
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder().statusCode(200).build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private static String action(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return "";
        }
        try (InputStream body = request.contentStreamProvider().get().newStream()) {
            Matcher action = ACTION.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            return action.find() ? URLDecoder.decode(action.group(1), StandardCharsets.UTF_8) : "";
        }
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
