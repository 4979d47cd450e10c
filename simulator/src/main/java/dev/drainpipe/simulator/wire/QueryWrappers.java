package dev.drainpipe.simulator.wire;

import java.util.Set;

/**
 * Answers whether an operation's XML answer has a {@code <Op>Result} element: it has one even when that is empty,
 * unless the operation has no output shape at all.
 *
 * <p>From the service models of EC2 Auto Scaling 2011-01-01 and of SQS's Query protocol 2012-11-05; both generations of
 * Elastic Load Balancing have an output shape throughout.
 */
final class QueryWrappers {
    private static final Set<String> AUTO_SCALING_WITHOUT = Set.of(
            "AttachInstances",
            "CreateAutoScalingGroup",
            "CreateLaunchConfiguration",
            "CreateOrUpdateTags",
            "DeleteAutoScalingGroup",
            "DeleteLaunchConfiguration",
            "DeleteNotificationConfiguration",
            "DeletePolicy",
            "DeleteScheduledAction",
            "DeleteTags",
            "DisableMetricsCollection",
            "EnableMetricsCollection",
            "ExecutePolicy",
            "PutNotificationConfiguration",
            "PutScheduledUpdateGroupAction",
            "ResumeProcesses",
            "SetDesiredCapacity",
            "SetInstanceHealth",
            "SuspendProcesses",
            "UpdateAutoScalingGroup");

    private static final Set<String> SQS_WITHOUT = Set.of(
            "AddPermission",
            "ChangeMessageVisibility",
            "DeleteMessage",
            "DeleteQueue",
            "PurgeQueue",
            "RemovePermission",
            "SetQueueAttributes",
            "TagQueue",
            "UntagQueue");

    private QueryWrappers() {}

    static boolean hasResult(ServiceId service, String operation) {
        return switch (service) {
            case AUTO_SCALING -> !AUTO_SCALING_WITHOUT.contains(operation);
            case SQS -> !SQS_WITHOUT.contains(operation);
            case CLASSIC_ELB, ELBV2, ECS, APPLICATION_AUTO_SCALING -> true;
        };
    }
}
