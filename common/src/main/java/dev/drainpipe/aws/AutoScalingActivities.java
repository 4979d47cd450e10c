package dev.drainpipe.aws;

import dev.drainpipe.port.TerminationStarts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;

/**
 * Reads when terminations began with DescribeScalingActivities, the latest hundred only: what is older is not worth more
 * calls.
 */
public final class AutoScalingActivities implements TerminationStarts {
    /** Amazon EC2 Auto Scaling API reference, DescribeScalingActivities. */
    private static final int MOST_ACTIVITIES = 100;

    /** EC2 Auto Scaling User Guide, "Verify a scaling activity for an Auto Scaling group". */
    private static final Pattern TERMINATING = Pattern.compile("Terminating EC2 instance: (i-[0-9A-Za-z-]+)");

    private final AutoScalingClient autoScaling;

    public AutoScalingActivities(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Map<String, Instant> of(String group) {
        Map<String, Instant> starts = new HashMap<>();
        try {
            AwsErrors.calling(
                            "reading the activities of " + group,
                            () -> autoScaling.describeScalingActivities(request ->
                                    request.autoScalingGroupName(group).maxRecords(MOST_ACTIVITIES)))
                    .activities()
                    .forEach(activity -> keep(activity, starts));
        } catch (AwsServiceException e) {
            if (!AwsErrors.notThere(e)) {
                throw e;
            }
        }
        return starts;
    }

    /** The latest come first; an instance is terminated once, so the first found is the one. */
    private static void keep(Activity activity, Map<String, Instant> starts) {
        Matcher text = TERMINATING.matcher(String.valueOf(activity.description()));
        if (text.find() && activity.startTime() != null) {
            starts.putIfAbsent(text.group(1), activity.startTime());
        }
    }
}
