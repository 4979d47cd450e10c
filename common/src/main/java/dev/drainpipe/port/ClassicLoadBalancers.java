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
     * Takes instances out. They must be registered: one unknown id fails the whole call (a public report, boto#2274).
     *
     * @throws TryLater if it does not answer; then some may be out and others not
     */
    void deregister(String loadBalancer, Collection<String> instanceIds);
}
