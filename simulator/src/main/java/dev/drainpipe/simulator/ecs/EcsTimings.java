package dev.drainpipe.simulator.ecs;

import java.time.Duration;

/**
 * How long ECS and its agents take. AWS documents none of these but the 40 s and the hour of {@code stoppedKept}.
 *
 * @param boot from the running EC2 instance until its agent has registered
 * @param reaction from a change until the service scheduler looks
 * @param period between two looks of the service scheduler when nothing changes
 * @param step from one status of a task to the next where nothing else decides, and between two looks whether a
 *     target is out or the requests are done
 * @param healthyAfter how long a task without load balancer and health check must have been RUNNING to count as
 *     healthy (Amazon ECS API reference, DeploymentConfiguration: 40 s)
 * @param deregistration from the end of the EC2 instance until its container instance is INACTIVE
 * @param inactiveKept how long an INACTIVE container instance can still be described
 * @param stoppedKept how long a STOPPED task can still be described (Amazon ECS API reference, DescribeTasks: at
 *     least one hour)
 */
public record EcsTimings(
        Duration boot,
        Duration reaction,
        Duration period,
        Duration step,
        Duration healthyAfter,
        Duration deregistration,
        Duration inactiveKept,
        Duration stoppedKept) {
    /** Plausible times, in the middle of what one sees. */
    public static EcsTimings defaults() {
        return new EcsTimings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(40),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Duration.ofHours(1));
    }
}
