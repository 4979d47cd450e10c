package dev.drainpipe.simulator.elb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * One target group: its settings, and the pool of its targets; the state is kept per instance and port.
 *
 * <p>Facts from the User Guide for Application Load Balancers, "Edit target group attributes for your Application Load
 * Balancer".
 */
final class SimulatedTargetGroup {
    static final String DELAY = "deregistration_delay.timeout_seconds";

    private final TargetPool pool;
    private final boolean cutsAtDelay;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private TargetGroup settings;

    SimulatedTargetGroup(TargetPool.Surroundings around, ElbV2Behaviour behaviour, TargetGroup settings) {
        this.settings = settings;
        this.cutsAtDelay = behaviour.cutsAtDelay();
        this.pool = new TargetPool(around, settings.targetGroupArn(), UnaryOperator.identity(), checks(settings));
        pool.inUse(false);
        attributes.put("stickiness.enabled", "false");
        attributes.put("load_balancing.algorithm.type", "round_robin");
        attributes.put("slow_start.duration_seconds", "0");
        delay(Duration.ofMinutes(5));
    }

    String name() {
        return settings.targetGroupName();
    }

    String arn() {
        return settings.targetGroupArn();
    }

    /** The port of targets that are registered without one. */
    int port() {
        return settings.port();
    }

    TargetPool pool() {
        return pool;
    }

    /** The attributes by name; to change one use {@link #attribute}. */
    Map<String, String> attributes() {
        return Map.copyOf(attributes);
    }

    /** Sets an attribute that has no effect here. */
    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    /** Sets the deregistration delay, 0 to 3600 s. */
    void delay(Duration time) {
        attributes.put(DELAY, Long.toString(time.toSeconds()));
        pool.draining(new Draining(time, false, cutsAtDelay));
    }

    /** As DescribeTargetGroups shows it. */
    TargetGroup description(List<String> loadBalancers) {
        return settings.toBuilder().loadBalancerArns(loadBalancers).build();
    }

    private static HealthCheckSettings checks(TargetGroup settings) {
        return new HealthCheckSettings(
                Duration.ofSeconds(settings.healthCheckIntervalSeconds()),
                settings.healthyThresholdCount(),
                settings.unhealthyThresholdCount());
    }
}
