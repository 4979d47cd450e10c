package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the stub answers: the file named as the operation in the function's folder below {@code answers}, else in that folder
 * itself, else an empty success. A batch of SQS is answered with one success for each of its entries.
 */
final class Answers {
    private static final Pattern ENTRY = Pattern.compile("\"Id\"\\s*:\\s*\"([^\"]+)\"");

    /** The body of the answer to a function. */
    String to(Function function, String operation, String request, String address) {
        String name = operation.substring(operation.indexOf(':') + 1);
        if (name.endsWith("MessageBatch") || name.endsWith("VisibilityBatch")) {
            return "{\"Successful\": [%s], \"Failed\": []}"
                    .formatted(ENTRY.matcher(request)
                            .results()
                            .map(entry -> "{\"Id\": \"%s\", \"MessageId\": \"m\"}".formatted(entry.group(1)))
                            .collect(Collectors.joining(", ")));
        }
        boolean query = operation.startsWith("autoscaling:") || operation.startsWith("elasticloadbalancing:");
        String file = name + (query ? ".xml" : ".json");
        return read(function.module() + "/" + file)
                .or(() -> read(file))
                .map(answer -> answer.replace("@ENDPOINT@", address))
                .orElse(query ? "<%1$sResponse><%1$sResult/></%1$sResponse>".formatted(name) : "{}");
    }

    private static Optional<String> read(String name) {
        try (InputStream file = Answers.class.getResourceAsStream("answers/" + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
