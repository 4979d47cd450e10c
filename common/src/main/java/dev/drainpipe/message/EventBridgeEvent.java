package dev.drainpipe.message;

import dev.drainpipe.message.LifecycleMessage.Malformed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lifecycle action as EventBridge delivers it: the notification's keys in {@code detail}, the time outside (EC2 Auto
 * Scaling User Guide, "Amazon EC2 Auto Scaling event reference").
 */
final class EventBridgeEvent {
    private static final Map<String, String> TRANSITIONS = Map.of(
            "EC2 Instance-terminate Lifecycle Action", BareNotification.TERMINATING,
            "EC2 Instance-launch Lifecycle Action", BareNotification.LAUNCHING);

    private EventBridgeEvent() {}

    /** Whether a document is an event. */
    static boolean is(Map<String, Object> document) {
        return document.get("detail-type") instanceof String;
    }

    /** What the event is. */
    static LifecycleMessage read(Map<String, Object> event) {
        String detailType = String.valueOf(event.get("detail-type"));
        String transition = TRANSITIONS.get(detailType);
        if (transition == null) {
            return AnnouncementEvent.read(detailType, event);
        }
        if (!(event.get("detail") instanceof Map<?, ?> detail)) {
            return new Malformed("detail is missing or not a JSON object");
        }
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("LifecycleTransition", transition);
        detail.forEach((key, value) -> notification.put(String.valueOf(key), value));
        return BareNotification.read(notification, Moments.read(event.get("time")));
    }
}
