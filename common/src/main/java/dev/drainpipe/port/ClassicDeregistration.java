package dev.drainpipe.port;

import java.util.Collection;

/** Takes instances out of a Classic load balancer. */
@FunctionalInterface
public interface ClassicDeregistration {
    /**
     * Takes instances out. Harmless for those that are not in, and for a load balancer that does not exist.
     *
     * @throws TryLater if it does not answer; then some may be out and others not
     */
    void deregister(String loadBalancer, Collection<String> instanceIds);
}
