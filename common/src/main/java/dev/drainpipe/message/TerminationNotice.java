package dev.drainpipe.message;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.Hook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A termination as Auto Scaling would announce it, for an instance whose own announcement did not come through; without
 * a token, which nobody can ask for.
 */
public final class TerminationNotice {
    private TerminationNotice() {}

    /**
     * The text of a notice.
     *
     * @param hook the hook that the instance waits on
     * @param time since when; none if it is not known
     */
    public static String write(Hook hook, String instanceId, @Nullable Instant time) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("Origin", "AutoScalingGroup");
        notice.put("Destination", "EC2");
        notice.put("LifecycleTransition", BareNotification.TERMINATING);
        notice.put("AutoScalingGroupName", hook.group());
        notice.put("LifecycleHookName", hook.name());
        notice.put("EC2InstanceId", instanceId);
        if (time != null) {
            notice.put("Time", time.toString());
        }
        if (!hook.metadata().isEmpty()) {
            notice.put("NotificationMetadata", hook.metadata());
        }
        return Json.text(notice);
    }
}
