package dev.drainpipe.port;

import dev.drainpipe.fleet.Attachment;
import java.util.Collection;
import java.util.Map;

/** Answers who is in a Classic load balancer. */
@FunctionalInterface
public interface ClassicLoadBalancers {
    /**
     * How instances stand with a load balancer; OUT with one that does not exist.
     *
     * @return one answer for every id asked
     * @throws TryLater if it does not answer
     */
    Map<String, Attachment> attachments(String loadBalancer, Collection<String> instanceIds);
}
