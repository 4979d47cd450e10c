package dev.drainpipe.port;

import dev.drainpipe.fleet.Target;
import java.util.Collection;

/** Takes targets out of a target group. */
@FunctionalInterface
public interface TargetDeregistration {
    /**
     * Takes targets out. Harmless for those that are not in, and for a group that does not exist.
     *
     * @throws TryLater if it does not answer; then some may be out and others not
     */
    void deregister(String targetGroup, Collection<Target> targets);
}
