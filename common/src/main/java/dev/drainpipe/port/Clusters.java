package dev.drainpipe.port;

import java.util.Set;

/** Answers which ECS clusters there are. */
@FunctionalInterface
public interface Clusters {
    /**
     * The names of all clusters of the account in this Region.
     *
     * @throws TryLater if ECS does not answer
     */
    Set<String> all();
}
