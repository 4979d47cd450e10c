package dev.drainpipe.port;

import java.util.Collection;
import java.util.Map;

/** Answers which tags Auto Scaling groups carry. */
@FunctionalInterface
public interface GroupTags {
    /**
     * The tags of groups, each by its key.
     *
     * @return by the group's name; a group that does not exist (any more) is left out
     * @throws TryLater if Auto Scaling does not answer
     */
    Map<String, Map<String, String>> of(Collection<String> groups);
}
