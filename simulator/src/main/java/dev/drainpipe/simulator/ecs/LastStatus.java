package dev.drainpipe.simulator.ecs;

/** How far a task has got (Amazon ECS Developer Guide, "Amazon ECS task lifecycle"), in the order of its life. */
enum LastStatus {
    PROVISIONING,
    PENDING,
    ACTIVATING,
    RUNNING,
    DEACTIVATING,
    STOPPING,
    DEPROVISIONING,
    STOPPED;

    /** Whether it has not got as far as RUNNING. */
    boolean starting() {
        return compareTo(RUNNING) < 0;
    }
}
