package dev.drainpipe.simulator.stack;

import java.util.Set;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

/** {@code AWS::AutoScaling::LifecycleHook}, as the request that CloudFormation makes of it. */
final class HookResource {
    private static final Set<String> KNOWN = Set.of(
            "AutoScalingGroupName",
            "LifecycleHookName",
            "LifecycleTransition",
            "NotificationTargetARN",
            "RoleARN",
            "NotificationMetadata",
            "HeartbeatTimeout",
            "DefaultResult");

    private HookResource() {}

    static PutLifecycleHookRequest request(String logicalId, Properties hook) {
        PutLifecycleHookRequest.Builder request = PutLifecycleHookRequest.builder()
                .autoScalingGroupName(hook.onlyKnown(KNOWN).text("AutoScalingGroupName"))
                .lifecycleHookName(hook.text("LifecycleHookName", Names.physical(logicalId)))
                .lifecycleTransition(hook.text("LifecycleTransition"));
        if (hook.has("NotificationTargetARN")) {
            request.notificationTargetARN(hook.text("NotificationTargetARN")).roleARN(hook.text("RoleARN"));
        }
        if (hook.has("NotificationMetadata")) {
            request.notificationMetadata(hook.text("NotificationMetadata"));
        }
        if (hook.has("HeartbeatTimeout")) {
            request.heartbeatTimeout(hook.number("HeartbeatTimeout"));
        }
        if (hook.has("DefaultResult")) {
            request.defaultResult(hook.text("DefaultResult"));
        }
        return request.build();
    }
}
