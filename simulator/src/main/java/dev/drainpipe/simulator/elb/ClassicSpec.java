package dev.drainpipe.simulator.elb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Classic load balancer to be made without API calls.
 *
 * @param instancePort where its only listener sends requests to, the static host port of the service behind it
 * @param draining the time-out of connection draining, 1 s to 1 h; empty if it is off
 */
public record ClassicSpec(
        String name, int instancePort, Optional<Duration> draining, HealthCheckSettings checks, List<String> zones) {
    /** With connection draining at its default of 300 s and the default health check. */
    public static ClassicSpec of(String name, int instancePort) {
        return new ClassicSpec(
                name, instancePort, Optional.of(Duration.ofMinutes(5)), HealthCheckSettings.classic(), List.of());
    }

    /** The same with another time-out of connection draining; zero turns it off. */
    public ClassicSpec draining(Duration timeout) {
        return new ClassicSpec(name, instancePort, Optional.of(timeout).filter(t -> !t.isZero()), checks, zones);
    }

    /** The same with another health check. */
    public ClassicSpec checks(HealthCheckSettings settings) {
        return new ClassicSpec(name, instancePort, draining, settings, zones);
    }
}
