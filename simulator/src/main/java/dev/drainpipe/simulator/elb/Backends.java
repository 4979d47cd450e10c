package dev.drainpipe.simulator.elb;

/** Answers whether something listens behind a target; health checks and requests ask it. */
@FunctionalInterface
public interface Backends {
    /** Whether a task that still takes new connections listens on this port of this instance. */
    boolean listens(String instanceId, int port);
}
