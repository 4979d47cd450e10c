package dev.drainpipe.simulator.autoscaling;

import java.time.Instant;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/** One launch or termination as DescribeScalingActivities tells it. */
final class ScalingActivity {
    private final long number;
    private Activity description;

    ScalingActivity(long number, Activity description) {
        this.number = number;
        this.description = description;
    }

    /** A text that sorts a newer activity before an older one. */
    String newestFirst() {
        return "%019d".formatted(Long.MAX_VALUE - number);
    }

    Activity description() {
        return description;
    }

    /** It goes on, and is at this point. */
    void at(ScalingActivityStatusCode status, int progress) {
        description =
                description.toBuilder().statusCode(status).progress(progress).build();
    }

    /** It is over. */
    void end(ScalingActivityStatusCode status, Instant when) {
        at(status, 100);
        description = description.toBuilder().endTime(when).build();
    }
}
