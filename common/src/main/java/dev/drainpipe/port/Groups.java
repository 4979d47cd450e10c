package dev.drainpipe.port;

import dev.drainpipe.fleet.Membership;
import java.util.Collection;
import java.util.Map;

/** Answers whether Auto Scaling waits for us. */
@FunctionalInterface
public interface Groups {
    /**
     * How instances stand with their groups.
     *
     * @return one answer for every id asked
     * @throws TryLater if Auto Scaling does not answer
     */
    Map<String, Membership> memberships(Collection<String> instanceIds);
}
