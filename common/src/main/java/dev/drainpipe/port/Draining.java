package dev.drainpipe.port;

import java.util.Collection;
import java.util.Map;

/** Tells ECS to place nothing more on instances and to move its service tasks away. */
@FunctionalInterface
public interface Draining {
    /**
     * Sets container instances to DRAINING. Harmless for one that ECS does not have any more.
     *
     * @return the ARNs that ECS refused, each with its reason
     */
    Map<String, String> drain(String cluster, Collection<String> containerInstances);
}
