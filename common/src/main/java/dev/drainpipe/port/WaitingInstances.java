package dev.drainpipe.port;

import java.util.Map;
import java.util.Set;

/** Answers which instances of our groups are held back by a termination hook. */
@FunctionalInterface
public interface WaitingInstances {
    /**
     * The ids of the instances in {@code Terminating:Wait}, by group; groups without any are left out.
     *
     * @throws TryLater if Auto Scaling does not answer
     */
    Map<String, Set<String>> byGroup();
}
