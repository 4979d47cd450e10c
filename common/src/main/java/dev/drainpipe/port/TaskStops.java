package dev.drainpipe.port;

/** Stops tasks. */
@FunctionalInterface
public interface TaskStops {
    /**
     * Tells ECS to stop a task: its containers get their stop signal, and are killed after their stop time-out. Harmless
     * for a task that is stopping or gone.
     *
     * @param reason why, for those who look at the stopped task
     * @throws TryLater if ECS does not answer
     */
    void stop(String cluster, String taskId, String reason);
}
