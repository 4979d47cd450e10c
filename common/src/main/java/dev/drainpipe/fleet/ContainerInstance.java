package dev.drainpipe.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ECS said of one instance, once.
 *
 * @param instanceId the EC2 instance's id
 * @param arn the container instance's ARN; empty if it has none
 * @param status whether ECS may place tasks on it
 * @param agentConnected whether its agent talks to ECS; the counts are no evidence if not
 * @param tasks how many tasks shall run on it by ECS's counters, running and pending together. A task that is being
 *     stopped is in neither counter (Amazon ECS API reference, ContainerInstance)
 * @param registeredAt since when ECS has it, if ECS said so
 */
public record ContainerInstance(
        String instanceId,
        String arn,
        Status status,
        boolean agentConnected,
        int tasks,
        @Nullable Instant registeredAt) {
    /** An instance of which nobody asks since when ECS has it. */
    public ContainerInstance(String instanceId, String arn, Status status, boolean agentConnected, int tasks) {
        this(instanceId, arn, status, agentConnected, tasks, null);
    }

    /** Whether ECS may place tasks on an instance. */
    public enum Status {
        /** It may. */
        ACTIVE,
        /** It may not, and service tasks are being moved away. */
        DRAINING,
        /** Not yet, but soon: the instance is registering. */
        REGISTERING,
        /** Not any more: the instance is deregistering, or its registration failed. */
        LEAVING,
        /** ECS does not have the instance (any more). */
        GONE,
        /** ECS did not say. Not an answer, so nothing may follow from it. */
        UNKNOWN
    }

    /** An instance that ECS says it does not have. */
    public static ContainerInstance gone(String instanceId) {
        return new ContainerInstance(instanceId, "", Status.GONE, false, 0);
    }

    /** An instance that ECS did not speak of. */
    public static ContainerInstance unknown(String instanceId) {
        return new ContainerInstance(instanceId, "", Status.UNKNOWN, false, 0);
    }
}
