package dev.drainpipe.aws;

import dev.drainpipe.fleet.Hook;
import dev.drainpipe.port.GroupHooks;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;

/** Lists a group's termination hooks with DescribeLifecycleHooks. */
public final class AutoScalingGroupHooks implements GroupHooks {
    private static final String TERMINATING = "autoscaling:EC2_INSTANCE_TERMINATING";

    private final AutoScalingClient autoScaling;

    public AutoScalingGroupHooks(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public List<Hook> termination(String group) {
        try {
            return AwsErrors.calling(
                            "listing the hooks of " + group,
                            () -> autoScaling.describeLifecycleHooks(request -> request.autoScalingGroupName(group)))
                    .lifecycleHooks()
                    .stream()
                    .filter(hook -> TERMINATING.equals(hook.lifecycleTransition()))
                    .map(hook -> value(group, hook))
                    .toList();
        } catch (AwsServiceException e) {
            if (AwsErrors.notThere(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static Hook value(String group, LifecycleHook hook) {
        return new Hook(
                group,
                hook.lifecycleHookName(),
                hook.notificationTargetARN() == null ? "" : hook.notificationTargetARN(),
                hook.notificationMetadata() == null ? "" : hook.notificationMetadata());
    }
}
