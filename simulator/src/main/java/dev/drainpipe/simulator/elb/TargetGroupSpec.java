package dev.drainpipe.simulator.elb;

import java.time.Duration;

/**
 * A target group to be made without API calls, with an Application Load Balancer that sends requests to it.
 *
 * @param port the port of targets that are registered without one
 * @param deregistrationDelay 0 to 3600 s
 */
public record TargetGroupSpec(String name, int port, Duration deregistrationDelay, HealthCheckSettings checks) {
    /** With the default delay of 300 s and the default health check. */
    public static TargetGroupSpec of(String name, int port) {
        return new TargetGroupSpec(name, port, Duration.ofMinutes(5), HealthCheckSettings.targetGroup());
    }

    /** The same with another deregistration delay. */
    public TargetGroupSpec delay(Duration time) {
        return new TargetGroupSpec(name, port, time, checks);
    }

    /** The same with another health check. */
    public TargetGroupSpec checks(HealthCheckSettings settings) {
        return new TargetGroupSpec(name, port, deregistrationDelay, settings);
    }
}
