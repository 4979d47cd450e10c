package dev.drainpipe.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The parameters of a Query request as a tree: {@code Targets.member.1.Id=i-1} is five nodes deep. */
final class QueryParameters {
    private final Map<String, QueryParameters> children = new LinkedHashMap<>();
    private @Nullable String text;

    /** Reads a form body or the query part of a URL. */
    static QueryParameters parse(String form) {
        QueryParameters root = new QueryParameters();
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                root.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return root;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercentSign) {
            return text;
        }
    }

    private void put(String name, String value) {
        QueryParameters node = this;
        for (String part : name.split("\\.", -1)) {
            node = node.children.computeIfAbsent(part, any -> new QueryParameters());
        }
        node.text = value;
    }

    /** The value of a parameter without dots; empty if it was not sent. */
    String get(String name) {
        QueryParameters node = children.get(name);
        return node == null || node.text == null ? "" : node.text;
    }

    /** The same parameters in the shape of a JSON body of this model, under its JSON names; unknown ones stay. */
    Map<String, Object> asBodyOf(SdkPojo model, QueryNames names) {
        Map<String, QueryParameters> left = new LinkedHashMap<>(children);
        Map<String, Object> body = new LinkedHashMap<>();
        for (SdkField<?> field : model.sdkFields()) {
            QueryParameters node = left.remove(names.of(field));
            if (node != null) {
                body.put(field.locationName(), node.value(field, names));
            }
        }
        body.putAll(left);
        return body;
    }

    private Object value(SdkField<?> field, QueryNames names) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> asBodyOf(field.constructor().get(), names);
            case LIST -> list(field, names);
            case MAP -> map(field, names);
            default -> text == null ? children : text;
        };
    }

    private List<Object> list(SdkField<?> field, QueryNames names) {
        ListTrait trait = field.getTrait(ListTrait.class);
        SdkField<?> each = trait.memberFieldInfo();
        List<Object> values = new ArrayList<>();
        numbered(trait.isFlattened() ? this : child(each.locationName()))
                .forEach(node -> values.add(node.value(each, names)));
        return values;
    }

    private Map<String, Object> map(SdkField<?> field, QueryNames names) {
        MapTrait trait = field.getTrait(MapTrait.class);
        Map<String, Object> values = new LinkedHashMap<>();
        for (QueryParameters entry : numbered(trait.isFlattened() ? this : child("entry"))) {
            Object value = entry.child(names.value(field)).value(trait.valueFieldInfo(), names);
            values.put(entry.get(names.key(field)), value);
        }
        return values;
    }

    private QueryParameters child(String name) {
        return children.getOrDefault(name, new QueryParameters());
    }

    private static Iterable<QueryParameters> numbered(QueryParameters node) {
        Map<Integer, QueryParameters> ordered = new TreeMap<>();
        node.children.forEach((number, child) -> ordered.put(number(number), child));
        return ordered.values();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Scalars.QUERY.malformed(
                    "The parameter name part %s stands where a list's number is due.".formatted(text));
        }
    }
}
