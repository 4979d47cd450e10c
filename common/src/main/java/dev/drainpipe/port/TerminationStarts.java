package dev.drainpipe.port;

import java.time.Instant;
import java.util.Map;

/** Answers since when a group terminates instances. */
@FunctionalInterface
public interface TerminationStarts {
    /**
     * When the group began to terminate each of its instances, as far as its latest activities tell.
     *
     * @throws TryLater if Auto Scaling does not answer
     */
    Map<String, Instant> of(String group);
}
