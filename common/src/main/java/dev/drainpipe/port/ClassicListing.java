package dev.drainpipe.port;

import java.util.Set;

/** Answers which Classic load balancers there are. */
@FunctionalInterface
public interface ClassicListing {
    /**
     * The names of all of the account in this Region.
     *
     * @throws TryLater if Elastic Load Balancing does not answer
     */
    Set<String> names();
}
