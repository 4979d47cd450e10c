package dev.drainpipe.simulator.traffic;

/** The requests that are on their way, as a load balancer needs to know them while it lets a target go. */
public interface InFlight {
    /** How many requests this load balancer has on this target now. */
    int requests(String loadBalancer, String instanceId, int port);

    /** Breaks the connections of this load balancer to this target; the requests on them are lost. */
    default void cut(String loadBalancer, String instanceId, int port) {}

    /** No traffic at all, for a load balancer that is watched without any. */
    static InFlight none() {
        return (loadBalancer, instanceId, port) -> 0;
    }
}
