package dev.drainpipe.port;

import java.util.Set;

/** Answers which target groups there are, and which instances are in one. */
public interface TargetGroupListing {
    /**
     * The ARNs of all target groups of the account in this Region that hold instances and that a load balancer sends
     * requests to.
     *
     * @throws TryLater if Elastic Load Balancing does not answer
     */
    Set<String> arns();

    /**
     * The ids of the instances that a group has not let go, those that it drains included; none if it does not exist.
     *
     * @throws TryLater if Elastic Load Balancing does not answer
     */
    Set<String> instanceIds(String targetGroup);
}
