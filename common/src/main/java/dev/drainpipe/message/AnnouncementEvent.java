package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.message.LifecycleMessage.Announcement;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An EventBridge event by which EC2, or AWS Health, says that instances leave without a hook (Amazon EC2 User Guide,
 * "Spot Instance interruption notices", "EC2 instance rebalance recommendations", "State change events").
 */
final class AnnouncementEvent {
    static final String SPOT = "EC2 Spot Instance Interruption Warning";
    static final String REBALANCE = "EC2 Instance Rebalance Recommendation";
    static final String STATE_CHANGE = "EC2 Instance State-change Notification";

    /** From the notice to the interruption; hibernation begins at once (the same page). */
    private static final Duration SPOT_NOTICE = Duration.ofMinutes(2);

    private static final Set<String> LEAVING = Set.of("stopping", "stopped", "shutting-down", "terminated");

    private AnnouncementEvent() {}

    /** What the event is; uninteresting if it is none of these. */
    static LifecycleMessage read(String detailType, Map<String, Object> event) {
        return switch (detailType) {
            case SPOT, REBALANCE, STATE_CHANGE -> ofOneInstance(detailType, event);
            case HealthEvent.DETAIL_TYPE -> HealthEvent.read(event);
            default -> new Uninteresting("the EventBridge event " + detailType);
        };
    }

    private static LifecycleMessage ofOneInstance(String detailType, Map<String, Object> event) {
        Fields detail = Fields.ofJson(event).document("detail");
        String instanceId = InstanceIds.read(detail, "instance-id");
        String state = detailType.equals(STATE_CHANGE) ? detail.text("state") : "";
        if (!detail.mistakes().isEmpty()) {
            return new Malformed(String.join("; ", detail.mistakes()));
        }
        Instant time = Moments.read(event.get("time")).orElse(null);
        List<String> ids = List.of(instanceId);
        return switch (detailType) {
            case SPOT -> {
                boolean atOnce =
                        detail.optionalText("instance-action").orElse("").equals("hibernate");
                yield new Announcement(Reason.SPOT_INTERRUPTION, ids, time, after(time, atOnce));
            }
            case REBALANCE -> new Announcement(Reason.REBALANCE, ids, time, null);
            default ->
                LEAVING.contains(state)
                        ? new Announcement(Reason.STATE_CHANGE, ids, time, null)
                        : new Uninteresting("the instance " + instanceId + " is " + state);
        };
    }

    private static @Nullable Instant after(@Nullable Instant time, boolean atOnce) {
        if (time == null) {
            return null;
        }
        return atOnce ? time : time.plus(SPOT_NOTICE);
    }
}
