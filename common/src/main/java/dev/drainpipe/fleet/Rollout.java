package dev.drainpipe.fleet;

/**
 * How the newest deployment of a service fares.
 *
 * @param state how far ECS says it is
 * @param failedTasks how many of its tasks have failed in a row; ECS starts again from 0 with a task that runs (Amazon
 *     ECS API reference, "Deployment")
 */
public record Rollout(State state, int failedTasks) {
    /** The fewest and the most failed tasks with which ECS gives up a deployment, however many it wants. */
    private static final int FEWEST_FAILED = 3;

    private static final int MOST_FAILED = 200;

    /** How far a deployment is. */
    public enum State {
        IN_PROGRESS,
        COMPLETED,
        FAILED,
        /** ECS tells no state of a service behind a Classic load balancer (Amazon ECS API reference, "Deployment"). */
        UNTOLD
    }

    /**
     * Whether it gets nowhere: ECS has given it up, or would have if it were asked to.
     *
     * <p>ECS gives up, if its circuit breaker is on, when half of the desired tasks have failed, rounded up, but at
     * least 3 and at most 200 (Amazon ECS Developer Guide, "How the Amazon ECS deployment circuit breaker detects
     * failures"). A threshold that a service has of its own is not looked at.
     *
     * @param desiredCount how many tasks the service was told to run
     */
    public boolean stuck(int desiredCount) {
        return switch (state) {
            case FAILED -> true;
            case COMPLETED -> false;
            case IN_PROGRESS, UNTOLD -> failedTasks >= threshold(desiredCount);
        };
    }

    private static int threshold(int desiredCount) {
        int half = desiredCount / 2 + desiredCount % 2;
        return Math.max(FEWEST_FAILED, Math.min(MOST_FAILED, half));
    }
}
