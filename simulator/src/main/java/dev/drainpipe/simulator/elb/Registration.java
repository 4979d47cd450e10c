package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.traffic.Target;

/** One target's place in a pool: its state, and the checks that led to it. */
final class Registration {
    private final Target target;
    private TargetState state = TargetState.INITIAL;
    private int passes;
    private int failures;

    Registration(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    TargetState state() {
        return state;
    }

    boolean checked() {
        return state == TargetState.INITIAL || state == TargetState.HEALTHY || state == TargetState.UNHEALTHY;
    }

    void drain() {
        state = TargetState.DRAINING;
    }

    void end() {
        state = TargetState.ENDED;
    }

    /** A health check passed; the first one brings a new target in. */
    void passed(HealthCheckSettings settings) {
        passes++;
        failures = 0;
        if (state == TargetState.INITIAL || passes >= settings.healthyThreshold()) {
            state = TargetState.HEALTHY;
        }
    }

    /** A health check failed. */
    void failed(HealthCheckSettings settings) {
        failures++;
        passes = 0;
        if (failures >= settings.unhealthyThreshold()) {
            state = TargetState.UNHEALTHY;
        }
    }
}
