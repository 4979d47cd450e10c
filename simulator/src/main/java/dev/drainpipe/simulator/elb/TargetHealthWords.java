package dev.drainpipe.simulator.elb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * What DescribeTargetHealth says of a target (Elastic Load Balancing API version 2015-12-01, TargetHealth; User Guide,
 * 'Health checks for Application Load Balancer target groups').
 */
enum TargetHealthWords {
    NOT_REGISTERED("unused", "Target.NotRegistered", "Target is not registered to the target group"),
    NOT_IN_USE("unused", "Target.NotInUse", "Target group is not configured to receive traffic from the load balancer"),
    INVALID_STATE("unused", "Target.InvalidState", "Target is in the stopped or terminated state"),
    INITIAL("initial", "Elb.InitialHealthChecking", "Initial health checks in progress"),
    HEALTHY("healthy", null, null),
    UNHEALTHY("unhealthy", "Target.FailedHealthChecks", "Health checks failed"),
    DRAINING("draining", "Target.DeregistrationInProgress", "Target deregistration is in progress");

    private final String state;
    private final @Nullable String reason;
    private final @Nullable String description;

    TargetHealthWords(String state, @Nullable String reason, @Nullable String description) {
        this.state = state;
        this.reason = reason;
        this.description = description;
    }

    /** The words for a target of a group that is, or is not, behind a load balancer; empty if it is not registered. */
    static TargetHealthWords of(Optional<TargetState> state, boolean inUse) {
        return state.map(known -> registered(known, inUse)).orElse(NOT_REGISTERED);
    }

    private static TargetHealthWords registered(TargetState state, boolean inUse) {
        return switch (state) {
            case ENDED -> INVALID_STATE;
            case DRAINING -> DRAINING;
            case INITIAL -> inUse ? INITIAL : NOT_IN_USE;
            case HEALTHY -> inUse ? HEALTHY : NOT_IN_USE;
            case UNHEALTHY -> inUse ? UNHEALTHY : NOT_IN_USE;
        };
    }

    TargetHealth health() {
        return TargetHealth.builder()
                .state(state)
                .reason(reason)
                .description(description)
                .build();
    }
}
