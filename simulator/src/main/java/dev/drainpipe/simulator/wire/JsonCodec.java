package dev.drainpipe.simulator.wire;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** AWS JSON 1.0 and 1.1: one JSON object each way, epoch seconds, errors by {@code __type}. */
record JsonCodec(ServiceId service) implements Codec {
    private static final Reading READING = new Reading(Scalars.JSON);

    @Override
    public void read(SdkBytes body, SdkPojo into) {
        String text = body.asUtf8String();
        READING.fill(into, text.isBlank() ? Map.of() : parse(text), "");
    }

    private static Map<String, Object> parse(String text) {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException e) {
            throw Scalars.JSON.malformed("The request body is not a JSON object: " + e.getMessage());
        }
    }

    @Override
    public WireResponse write(SdkPojo answer, String requestId) {
        return respond(200, tree(answer), requestId);
    }

    @Override
    public WireResponse write(AwsError error, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("__type", JsonErrors.type(service, error.code()));
        body.put("message", error.text());
        WireResponse response = respond(error.status(), body, requestId);
        if (service != ServiceId.SQS) {
            return response;
        }
        return response.with("x-amzn-query-error", error.code() + (error.status() < 500 ? ";Sender" : ";Receiver"));
    }

    private WireResponse respond(int status, Map<String, Object> body, String requestId) {
        String version = service.protocol() == ServiceId.Protocol.JSON_1_0 ? "1.0" : "1.1";
        try {
            return WireResponse.of(status, "application/x-amz-json-" + version, JSON.std.asString(body))
                    .with("x-amzn-RequestId", requestId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> tree(SdkPojo pojo) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Members.set(pojo).forEach((field, value) -> tree.put(field.unmarshallLocationName(), value(value)));
        return tree;
    }

    private static Object value(Object value) {
        if (value instanceof SdkPojo pojo) {
            return tree(pojo);
        } else if (value instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(element -> values.add(value(element)));
            return values;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, element) -> values.put(key.toString(), value(element)));
            return values;
        } else if (value instanceof Instant instant) {
            return BigDecimal.valueOf(instant.toEpochMilli(), 3);
        } else if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        return value;
    }
}
