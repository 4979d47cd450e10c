package dev.drainpipe.port;

import dev.drainpipe.fleet.Attachment;
import java.util.Collection;
import java.util.Map;

/** Classic load balancers: who is in, and out with them. */
public interface ClassicLoadBalancers {
    /**
     * How instances stand with a load balancer; OUT with one that does not exist.
     *
     * @return one answer for every id asked
     * @throws TryLater if it does not answer
     */
    Map<String, Attachment> attachments(String loadBalancer, Collection<String> instanceIds);

    /**
     * Takes instances out. Harmless for those that are not in.
     *
     * @throws TryLater if it does not answer; then some may be out and others not
     */
    void deregister(String loadBalancer, Collection<String> instanceIds);
}
