package dev.drainpipe.simulator.autoscaling;

import java.time.Duration;

/**
 * How long Auto Scaling takes for what AWS gives no figures of.
 *
 * @param reaction from a changed desired capacity, or a lost instance, to the launch or termination that follows
 * @param boot from the launch of an instance to its running, unless its group says otherwise
 * @param look how often it looks whether the load balancers have let an instance go
 * @param message from the wait state to the message in the hook's target
 * @param shutDown from {@code Terminating:Proceed} to the end of the instance
 * @param healthCheck from an instance's end by another hand to the group's notice of it
 */
public record AutoScalingTimings(
        Duration reaction, Duration boot, Duration look, Duration message, Duration shutDown, Duration healthCheck) {
    /** Seconds for everything but the boot (1 minute) and the health check (1 minute). */
    public static AutoScalingTimings defaults() {
        return new AutoScalingTimings(
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
    }
}
