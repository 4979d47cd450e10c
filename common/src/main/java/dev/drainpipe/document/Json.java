package dev.drainpipe.document;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.StreamReadFeature;

/**
 * JSON objects as maps, by no reflection; the one file that knows the JSON library, which is the SDK's own: the ECS and
 * SQS clients load it anyway, so a second one would only make the functions larger and their start longer.
 */
public final class Json {
    private static final JsonNodeParser PARSER = JsonNodeParser.builder()
            .jsonFactory(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final int BITS_OF_AN_INTEGER = 31;

    private Json() {}

    /** The object that a text holds; none if it is not JSON, not an object, or says a thing twice. */
    public static Optional<Map<String, Object>> object(String text) {
        try {
            // Nothing at all is parsed to null.
            @Nullable JsonNode node = PARSER.parse(text);
            return node != null && node.isObject() ? Optional.of(map(node.asObject())) : Optional.empty();
        } catch (UncheckedIOException notJson) {
            return Optional.empty();
        }
    }

    /** The text of an object of texts, numbers, flags, lists and maps. */
    public static String text(Map<String, ?> object) {
        JsonWriter writer = JsonWriter.create();
        write(writer, object);
        return new String(writer.getBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> map(Map<String, JsonNode> nodes) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        nodes.forEach((name, node) -> map.put(name, value(node)));
        return map;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node.asObject());
        } else if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.asArray().forEach(element -> list.add(value(element)));
            return list;
        } else if (node.isNumber()) {
            return number(new BigDecimal(node.asNumber()));
        } else if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isNull() ? null : node.asString();
    }

    private static Number number(BigDecimal number) {
        boolean integer = number.scale() == 0 && number.unscaledValue().bitLength() <= BITS_OF_AN_INTEGER;
        return integer ? (Number) number.intValue() : number;
    }

    private static void write(JsonWriter writer, @Nullable Object value) {
        if (value == null) {
            writer.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            writer.writeStartObject();
            map.forEach((name, field) -> write(writer.writeFieldName(unicode(name)), field));
            writer.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            writer.writeStartArray();
            list.forEach(element -> write(writer, element));
            writer.writeEndArray();
        } else if (value instanceof Boolean flag) {
            writer.writeValue(flag);
        } else if (value instanceof Number) {
            writer.writeNumber(value.toString());
        } else {
            writer.writeValue(unicode(value));
        }
    }

    /** The text without halves of characters, which JSON can say, but no UTF-8. */
    private static String unicode(Object text) {
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
