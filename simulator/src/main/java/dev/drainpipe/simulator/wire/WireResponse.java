package dev.drainpipe.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/** An HTTP answer of the simulated AWS, freed of its transport, which adds {@code Content-Length}. */
public record WireResponse(int status, Map<String, String> headers, SdkBytes body) {
    static WireResponse of(int status, String contentType, String body) {
        return new WireResponse(status, Map.of("Content-Type", contentType), SdkBytes.fromUtf8String(body));
    }

    WireResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WireResponse(status, more, body);
    }
}
