package dev.drainpipe.port;

import java.util.Set;

/** Answers which load balancers ECS itself takes tasks in and out of. */
@FunctionalInterface
public interface ManagedLoadBalancers {
    /**
     * The names of Classic load balancers and the ARNs of target groups that the cluster's services have.
     *
     * @throws TryLater if ECS does not answer, or answers in part
     */
    Set<String> of(String cluster);
}
