package dev.drainpipe.simulator.iam;

import java.util.List;
import java.util.Map;

/**
 * One condition of a statement: a key of the request must have one of the values.
 *
 * @param key such as {@code ecs:cluster}
 */
record KeyTest(Operator operator, String key, List<String> accepted) {
    static final String CLUSTER = "ecs:cluster";

    /** Both mean a tag of the group; the tag's key follows. */
    static final List<String> GROUP_TAGS = List.of("autoscaling:ResourceTag/", "aws:ResourceTag/");

    /** Whether the key is in the request, with a value that is accepted. */
    boolean holds(Map<String, String> keys) {
        String found = keys.get(key);
        return found != null && accepted.stream().anyMatch(value -> operator.accepts(value, found));
    }

    /** Whether requests can have this key here at all. */
    static boolean isKnown(String key) {
        return key.equals(CLUSTER) || isGroupTag(key);
    }

    static boolean isGroupTag(String key) {
        return GROUP_TAGS.stream().anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
    }
}
