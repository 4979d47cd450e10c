package dev.drainpipe.terminator;

import dev.drainpipe.document.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which Auto Scaling groups are ours: those of these names, and those that have this tag.
 *
 * @param names the groups' names
 * @param tagKey the key of the tag that others have
 * @param tagValue its value
 */
record OurGroups(
        List<String> names,
        @Nullable String tagKey,
        @Nullable String tagValue) {
    OurGroups {
        names = List.copyOf(names);
    }

    /** Reads the names under one key, and {@code key=value} under another. */
    static OurGroups read(Fields fields, String namesKey, String tagsKey) {
        List<String> names = fields.texts(namesKey);
        String tag = fields.optionalText(tagsKey).orElse("");
        int equals = tag.indexOf('=');
        if (tag.isEmpty()) {
            return new OurGroups(names, null, null);
        }
        if (equals < 1 || equals == tag.length() - 1) {
            fields.refuse(tagsKey, "a tag as key=value, such as drainpipe=yes");
            return new OurGroups(names, null, null);
        }
        return new OurGroups(names, tag.substring(0, equals), tag.substring(equals + 1));
    }

    /** Whether there is any. */
    boolean any() {
        return !names.isEmpty() || tagKey != null;
    }
}
