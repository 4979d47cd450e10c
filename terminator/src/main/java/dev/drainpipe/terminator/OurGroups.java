package dev.drainpipe.terminator;

import dev.drainpipe.document.Fields;
import dev.drainpipe.lambda.RequiredTag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which Auto Scaling groups are ours: those of these names, and those that have this tag.
 *
 * @param names the groups' names
 * @param tagKey the key of the tag that others have
 * @param tagValue its value
 * @param required what all of them must bear besides, if anything
 */
record OurGroups(
        List<String> names,
        @Nullable String tagKey,
        @Nullable String tagValue,
        @Nullable RequiredTag required) {
    OurGroups {
        names = List.copyOf(names);
    }

    /** Reads the names under one key, {@code key=value} under another, and the tag that is required under a third. */
    static OurGroups read(Fields fields, String namesKey, String tagsKey, String requiredKey) {
        RequiredTag required = RequiredTag.read(fields, requiredKey).orElse(null);
        List<String> names = fields.texts(namesKey);
        String tag = fields.optionalText(tagsKey).orElse("");
        int equals = tag.indexOf('=');
        if (tag.isEmpty()) {
            return new OurGroups(names, null, null, required);
        }
        if (equals < 1 || equals == tag.length() - 1) {
            fields.refuse(tagsKey, "a tag as key=value, such as drainpipe=yes");
            return new OurGroups(names, null, null, required);
        }
        return new OurGroups(names, tag.substring(0, equals), tag.substring(equals + 1), required);
    }

    /** Whether a group with these tags may be ours. */
    boolean mayBear(Map<String, String> tags) {
        return required == null || required.among(tags);
    }

    /** Whether there is any. */
    boolean any() {
        return !names.isEmpty() || tagKey != null;
    }
}
