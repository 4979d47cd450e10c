package dev.drainpipe.simulator.elb;

import java.time.Duration;

/**
 * How a load balancer finds out whether its targets answer.
 *
 * @param interval time between two checks of a target; the first one comes within the first interval
 * @param healthyThreshold how many passes in a row make an unhealthy target healthy; a new one needs only one
 * @param unhealthyThreshold how many failures in a row make a healthy target unhealthy
 */
public record HealthCheckSettings(Duration interval, int healthyThreshold, int unhealthyThreshold) {
    /** A target group unless said otherwise: each 30 s, 5 passes, 2 failures (Elastic Load Balancing API). */
    public static HealthCheckSettings targetGroup() {
        return new HealthCheckSettings(Duration.ofSeconds(30), 5, 2);
    }

    /** The defaults of a Classic load balancer: each 30 s, 10 passes, 2 failures (User Guide, health checks). */
    public static HealthCheckSettings classic() {
        return new HealthCheckSettings(Duration.ofSeconds(30), 10, 2);
    }
}
