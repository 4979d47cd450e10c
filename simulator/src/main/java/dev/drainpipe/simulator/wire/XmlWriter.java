package dev.drainpipe.simulator.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Writes the XML of the Query protocol. */
final class XmlWriter {
    private final QueryNames names;
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    XmlWriter(QueryNames names) {
        this.names = names;
    }

    XmlWriter open(String name) {
        xml.append('<').append(name).append('>');
        return this;
    }

    XmlWriter open(String name, String namespace) {
        xml.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    XmlWriter close(String name) {
        xml.append("</").append(name).append('>');
        return this;
    }

    XmlWriter element(String name, String text) {
        return open(name).escaped(text).close(name);
    }

    /** The members of a structure that were set. */
    XmlWriter members(SdkPojo pojo) {
        Members.set(pojo).forEach((field, value) -> member(field, names.of(field), value));
        return this;
    }

    String text() {
        return xml.toString();
    }

    private void member(SdkField<?> field, String name, Object value) {
        if (value instanceof List<?> list) {
            list(field, name, list);
        } else if (value instanceof Map<?, ?> map) {
            map(field, name, map);
        } else if (value instanceof SdkPojo pojo) {
            open(name).members(pojo).close(name);
        } else {
            element(name, scalar(value));
        }
    }

    private void list(SdkField<?> field, String name, List<?> list) {
        ListTrait trait = field.getTrait(ListTrait.class);
        SdkField<?> each = trait.memberFieldInfo();
        if (trait.isFlattened()) {
            list.forEach(value -> member(each, name, value));
            return;
        }
        open(name);
        list.forEach(value -> member(each, each.unmarshallLocationName(), value));
        close(name);
    }

    private void map(SdkField<?> field, String name, Map<?, ?> map) {
        MapTrait trait = field.getTrait(MapTrait.class);
        if (trait.isFlattened()) {
            map.forEach((key, value) -> entry(field, name, key.toString(), value));
            return;
        }
        open(name);
        map.forEach((key, value) -> entry(field, "entry", key.toString(), value));
        close(name);
    }

    private void entry(SdkField<?> field, String name, String key, Object value) {
        open(name).element(names.key(field), key);
        member(field.getTrait(MapTrait.class).valueFieldInfo(), names.value(field), value);
        close(name);
    }

    private static String scalar(Object value) {
        if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS).toString();
        } else if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        return value.toString();
    }

    private XmlWriter escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // A parser would turn a bare carriage return into a line feed.
                case '\r' -> xml.append("&#xD;");
                default -> xml.append(c);
            }
        }
        return this;
    }
}
