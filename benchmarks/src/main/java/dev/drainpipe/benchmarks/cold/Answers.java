package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the stub answers: the file named as the operation in the folder {@code answers}, an empty success if there is none.
 * A batch of SQS is answered with one success for each of its entries.
 */
final class Answers {
    private static final Pattern ENTRY = Pattern.compile("\"Id\"\\s*:\\s*\"([^\"]+)\"");

    /** The body of the answer. */
    String to(String operation, String request, String address) throws IOException {
        String name = operation.substring(operation.indexOf(':') + 1);
        if (name.endsWith("MessageBatch") || name.endsWith("VisibilityBatch")) {
            return "{\"Successful\": [%s], \"Failed\": []}"
                    .formatted(ENTRY.matcher(request)
                            .results()
                            .map(entry -> "{\"Id\": \"%s\", \"MessageId\": \"m\"}".formatted(entry.group(1)))
                            .collect(Collectors.joining(", ")));
        }
        boolean query = operation.startsWith("autoscaling:") || operation.startsWith("elasticloadbalancing:");
        try (InputStream file = Answers.class.getResourceAsStream("answers/" + name + (query ? ".xml" : ".json"))) {
            if (file == null) {
                return query ? "<%1$sResponse><%1$sResult/></%1$sResponse>".formatted(name) : "{}";
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("@ENDPOINT@", address);
        }
    }
}
