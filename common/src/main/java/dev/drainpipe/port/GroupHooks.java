package dev.drainpipe.port;

import dev.drainpipe.fleet.Hook;
import java.util.List;

/** Answers which hooks hold a group's instances back when they leave. */
@FunctionalInterface
public interface GroupHooks {
    /**
     * The termination hooks of a group; none if it does not exist.
     *
     * @throws TryLater if Auto Scaling does not answer
     */
    List<Hook> termination(String group);
}
