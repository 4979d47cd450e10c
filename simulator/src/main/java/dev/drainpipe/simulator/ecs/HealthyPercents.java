package dev.drainpipe.simulator.ecs;

/**
 * How far the scheduler may go below and above a service's desired count.
 *
 * <p>The rounding is AWS's (Amazon ECS API reference, DeploymentConfiguration): the minimum up, the maximum down.
 *
 * @param minimumHealthy the least healthy tasks, in percent of the desired count
 * @param maximum the most tasks, in percent of the desired count
 */
public record HealthyPercents(int minimumHealthy, int maximum) {
    private static final int WHOLE = 100;

    /** AWS's defaults for replica services: 100 and 200. */
    public static HealthyPercents replica() {
        return new HealthyPercents(WHOLE, 2 * WHOLE);
    }

    /** The API's defaults for daemon services: 0 and 100. */
    public static HealthyPercents daemon() {
        return new HealthyPercents(0, WHOLE);
    }

    /** The least healthy tasks for this desired count. */
    public int fewest(int desired) {
        return Math.toIntExact(((long) desired * minimumHealthy + WHOLE - 1) / WHOLE);
    }

    /** The most tasks for this desired count. */
    public int most(int desired) {
        return Math.toIntExact((long) desired * maximum / WHOLE);
    }
}
