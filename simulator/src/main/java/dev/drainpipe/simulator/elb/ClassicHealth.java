package dev.drainpipe.simulator.elb;

/**
 * What DescribeInstanceHealth says of an instance (Elastic Load Balancing API, InstanceState; User Guide, 'Configure
 * connection draining for your Classic Load Balancer').
 */
enum ClassicHealth {
    REGISTERING("OutOfService", "ELB", "Instance registration is still in progress."),
    IN_SERVICE("InService", "N/A", "N/A"),
    FAILING(
            "OutOfService",
            "Instance",
            "Instance has failed at least the UnhealthyThreshold number of health checks consecutively."),
    DRAINING("InService", "N/A", "Instance deregistration currently in progress."),
    NOT_REGISTERED("OutOfService", "Instance", "Instance is not currently registered with the LoadBalancer.");

    private final String state;
    private final String reasonCode;
    private final String description;

    ClassicHealth(String state, String reasonCode, String description) {
        this.state = state;
        this.reasonCode = reasonCode;
        this.description = description;
    }

    static ClassicHealth of(TargetState state) {
        return switch (state) {
            case INITIAL -> REGISTERING;
            case HEALTHY -> IN_SERVICE;
            case UNHEALTHY -> FAILING;
            case DRAINING -> DRAINING;
            case ENDED -> NOT_REGISTERED;
        };
    }

    String state() {
        return state;
    }

    String reasonCode() {
        return reasonCode;
    }

    String description() {
        return description;
    }
}
