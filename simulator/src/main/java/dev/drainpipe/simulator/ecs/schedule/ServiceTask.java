package dev.drainpipe.simulator.ecs.schedule;

/**
 * A task of a service, as the scheduler sees it.
 *
 * @param id its id
 * @param place the container instance that it is on
 * @param standing whether it stays, has to leave, or is ending
 * @param running whether it has got as far as RUNNING
 * @param healthy whether it counts as healthy
 * @param held whether the scheduler may not stop it now: protected, or out of its agent's reach
 */
public record ServiceTask(String id, String place, Standing standing, boolean running, boolean healthy, boolean held) {
    /** What becomes of a task if nobody changes the service. */
    public enum Standing {
        /** It is where it may be. */
        STAYING,
        /** Its instance is DRAINING, so it has to be replaced. */
        LEAVING,
        /** It was told to stop, and is not STOPPED yet. */
        ENDING
    }
}
