package dev.drainpipe.lambda;

import dev.drainpipe.document.Fields;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tag that an Auto Scaling group must carry, or its instances are not touched.
 *
 * @param key the tag's key
 * @param value the tag's value; any if none is given
 */
public record RequiredTag(String key, @Nullable String value) {
    /** Reads {@code key} or {@code key=value}; none if it is not there. The key ends at the first equals sign. */
    public static Optional<RequiredTag> read(Fields fields, String field) {
        Optional<RequiredTag> tag =
                fields.optionalText(field).map(String::strip).map(RequiredTag::of);
        if (tag.isPresent() && tag.get().key().isEmpty()) {
            fields.refuse(field, "a tag's key, or key=value");
            return Optional.empty();
        }
        return tag;
    }

    private static RequiredTag of(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new RequiredTag(text, null)
                : new RequiredTag(text.substring(0, equals), text.substring(equals + 1));
    }

    /** Whether it is one of these tags. */
    public boolean among(Map<String, String> tags) {
        return value == null ? tags.containsKey(key) : value.equals(tags.get(key));
    }

    @Override
    public String toString() {
        return value == null ? key : key + "=" + value;
    }
}
