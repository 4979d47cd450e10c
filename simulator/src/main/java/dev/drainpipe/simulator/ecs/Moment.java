package dev.drainpipe.simulator.ecs;

/** The moments in a task's life of which DescribeTasks tells the time. */
enum Moment {
    CREATED,
    CONNECTED,
    PULL_STARTED,
    PULL_STOPPED,
    STARTED,
    STOPPING,
    EXECUTION_STOPPED,
    STOPPED
}
