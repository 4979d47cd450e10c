package dev.drainpipe.simulator.elb;

/**
 * One load balancer or target group, as ECS and Auto Scaling use it: by AWS's own hand, so without API calls of the
 * account and outside its rate limits.
 *
 * <p>A Classic load balancer knows instances, not ports; it ignores the port.
 */
public interface Registrar {
    /** The Classic load balancer's name or the target group's ARN. */
    String name();

    /** Puts the target in; nothing if it is in already. */
    void register(String instanceId, int port);

    /** Begins to take the target out: no new requests, those in flight go on for the draining time. */
    void deregister(String instanceId, int port);

    /** Whether the target is registered and not draining. */
    boolean registered(String instanceId, int port);

    /** Whether the target is registered and passes its health checks. */
    boolean healthy(String instanceId, int port);

    /** Whether the target has left altogether: not registered, and not draining any more. */
    boolean out(String instanceId, int port);
}
