package dev.drainpipe.simulator.traffic;

import java.util.List;

/** What a request meets of a Classic load balancer or a target group. */
public interface LoadBalancer {
    /** The Classic load balancer's name or the target group's ARN. */
    String name();

    /** The targets of new requests: registered, healthy and not draining; in order of registration. */
    List<Target> taking();

    /** Whether something accepts a connection at this target; the load balancer learns it only by trying. */
    boolean listens(Target target);
}
