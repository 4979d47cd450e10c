package dev.drainpipe.simulator.elb;

/** How a registered target stands with its load balancer. */
enum TargetState {
    /** Registered, and no check has passed or failed for good. */
    INITIAL,
    HEALTHY,
    UNHEALTHY,
    /** Takes no new requests; those in flight go on. */
    DRAINING,
    /** Its instance does not run any more, but it is still listed. */
    ENDED
}
