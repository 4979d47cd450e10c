package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import java.util.regex.Pattern;

/** Reads EC2 instance ids; they become part of query expressions, so nothing else passes. */
final class InstanceIds {
    private static final Pattern INSTANCE_ID = Pattern.compile("i-[0-9A-Za-z-]{1,40}");

    private InstanceIds() {}

    /** Whether a text is an instance id. */
    static boolean is(String text) {
        return INSTANCE_ID.matcher(text).matches();
    }

    /** The id under this key; a mistake if it is missing or something else. */
    static String read(Fields fields, String key) {
        String id = fields.text(key);
        if (!id.isEmpty() && !is(id)) {
            fields.refuse(key, "an EC2 instance id such as i-0123456789abcdef0");
        }
        return id;
    }
}
