package dev.drainpipe.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An HTTP request to the simulated AWS, freed of its transport.
 *
 * @param caller who asks: a function's name or an access key id
 * @param path such as {@code /} or, for an old SQS client, {@code /111122223333/queue}
 * @param headers by lower-case names
 * @param body as it was sent, perhaps compressed
 */
public record WireRequest(String caller, String path, Map<String, String> headers, SdkBytes body) {
    public WireRequest {
        Map<String, String> lowerCase = new TreeMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        headers = lowerCase;
    }

    /** The same request from somebody else. */
    public WireRequest from(String other) {
        return new WireRequest(other, path, headers, body);
    }

    /** The header's value, if it was sent; the name in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same request with a readable body: SDKs may compress large ones. */
    WireRequest plain() throws IOException {
        if (header("content-encoding").filter("gzip"::equals).isEmpty()) {
            return this;
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body.asByteArrayUnsafe()))) {
            return new WireRequest(caller, path, headers, SdkBytes.fromInputStream(unzipped));
        }
    }
}
