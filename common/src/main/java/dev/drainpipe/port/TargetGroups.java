package dev.drainpipe.port;

import dev.drainpipe.fleet.Target;
import java.util.Collection;
import java.util.List;

/** Target groups: who is in, and out with them. */
public interface TargetGroups {
    /**
     * The targets that these instances are in a group, each port on its own; none if they, or the group, are not there.
     *
     * @throws TryLater if it does not answer
     */
    List<Target> targets(String targetGroup, Collection<String> instanceIds);

    /**
     * Takes targets out. Harmless for those that are not in.
     *
     * @throws TryLater if it does not answer; then some may be out and others not
     */
    void deregister(String targetGroup, Collection<Target> targets);
}
