package dev.drainpipe.aws;

import dev.drainpipe.port.GroupTerminations;
import dev.drainpipe.port.LifecycleActions.Answer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** Has instances replaced with TerminateInstanceInAutoScalingGroup. */
public final class AutoScalingTerminations implements GroupTerminations {
    private final AutoScalingClient autoScaling;

    public AutoScalingTerminations(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Answer terminate(String instanceId) {
        try {
            AwsErrors.calling(
                    "handing " + instanceId + " to its group",
                    () -> autoScaling.terminateInstanceInAutoScalingGroup(
                            request -> request.instanceId(instanceId).shouldDecrementDesiredCapacity(false)));
            return Answer.DONE;
        } catch (AwsServiceException e) {
            if (AwsErrors.notThere(e)) {
                return Answer.OVER;
            }
            throw e;
        }
    }
}
