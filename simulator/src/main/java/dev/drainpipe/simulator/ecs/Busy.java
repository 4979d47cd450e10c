package dev.drainpipe.simulator.ecs;

/** Answers how much a task still has to do before it can end; whoever simulates the traffic knows. */
@FunctionalInterface
public interface Busy {
    /** How many requests are in flight to this port of this instance. */
    int requests(String instanceId, int port);

    /**
     * The process behind the port has ended: what is still in flight to it is lost. Told once for each task with a
     * port, also when its instance was terminated.
     */
    default void ended(String instanceId, int port) {}
}
