package dev.drainpipe.verification.scenario;

/** What stands before the tasks of an ordinary account. */
enum Front {
    NONE,
    /** A Classic load balancer of the ECS service. */
    CLASSIC,
    /** A target group of the ECS service. */
    TARGET_GROUP,
    /** A Classic load balancer that ECS knows nothing of; the operator registered the instances, and named it. */
    CLASSIC_OUTSIDE,
    /** A target group that ECS knows nothing of; the operator registered the instances, and named it. */
    TARGET_GROUP_OUTSIDE;

    boolean classic() {
        return this == CLASSIC || this == CLASSIC_OUTSIDE;
    }

    boolean targetGroup() {
        return this == TARGET_GROUP || this == TARGET_GROUP_OUTSIDE;
    }

    /** Whether the operator registered the instances. */
    boolean outside() {
        return this == CLASSIC_OUTSIDE || this == TARGET_GROUP_OUTSIDE;
    }

    /** Whether ECS puts tasks into it and takes them out. */
    boolean managed() {
        return this == CLASSIC || this == TARGET_GROUP;
    }
}
