package dev.drainpipe.aws;

import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.port.LifecycleActions;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** Ends waits and keeps them open: CompleteLifecycleAction, RecordLifecycleActionHeartbeat. */
public final class AutoScalingActions implements LifecycleActions {
    private final AutoScalingClient autoScaling;

    public AutoScalingActions(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Answer complete(LifecycleAction action, Result result) {
        return answer(
                "completing the wait of " + action,
                () -> autoScaling.completeLifecycleAction(request -> request.autoScalingGroupName(action.group())
                        .lifecycleHookName(action.hook())
                        .lifecycleActionToken(action.token())
                        .instanceId(action.instanceId())
                        .lifecycleActionResult(result.name())));
    }

    @Override
    public Answer heartbeat(LifecycleAction action) {
        return answer(
                "keeping the wait of " + action + " open",
                () -> autoScaling.recordLifecycleActionHeartbeat(request -> request.autoScalingGroupName(action.group())
                        .lifecycleHookName(action.hook())
                        .lifecycleActionToken(action.token())
                        .instanceId(action.instanceId())));
    }

    private static Answer answer(String what, Supplier<Object> call) {
        try {
            AwsErrors.calling(what, call);
            return Answer.DONE;
        } catch (AwsServiceException e) {
            if (AwsErrors.notThere(e)) {
                return Answer.OVER;
            }
            throw AwsErrors.masked(e);
        }
    }
}
