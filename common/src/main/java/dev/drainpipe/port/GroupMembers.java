package dev.drainpipe.port;

import dev.drainpipe.fleet.GroupMember;
import java.util.Collection;
import java.util.Map;

/** Answers which Auto Scaling groups instances are in. */
@FunctionalInterface
public interface GroupMembers {
    /**
     * The groups of instances.
     *
     * @return one answer for every id asked
     * @throws TryLater if Auto Scaling does not answer
     */
    Map<String, GroupMember> of(Collection<String> instanceIds);
}
