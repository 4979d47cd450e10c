package dev.drainpipe.port;

import dev.drainpipe.fleet.Target;
import java.util.Collection;
import java.util.List;

/** Answers who is in a target group. */
@FunctionalInterface
public interface TargetGroups {
    /**
     * The targets that these instances are in a group, each port on its own; none if they, or the group, are not there.
     *
     * @throws TryLater if it does not answer
     */
    List<Target> targets(String targetGroup, Collection<String> instanceIds);
}
