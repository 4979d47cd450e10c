package dev.drainpipe.simulator.ecs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** What the API shows of something, as the detail of an event: the same members, but times as texts. */
final class EventDetail {
    /** Events do not have it (Amazon ECS Developer Guide, "Amazon ECS task state change events"). */
    private static final String NOT_IN_EVENTS = "healthStatus";

    private EventDetail() {}

    /** The detail of an event about this, last changed at that moment. */
    static Map<String, Object> of(SdkPojo view, Instant updatedAt) {
        Map<String, Object> detail = members(view);
        detail.put("updatedAt", updatedAt.toString());
        return detail;
    }

    private static Map<String, Object> members(SdkPojo view) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : view.sdkFields()) {
            Object value = field.getValueOrDefault(view);
            if (isSet(value) && !field.locationName().equals(NOT_IN_EVENTS)) {
                members.put(field.locationName(), plain(value));
            }
        }
        return members;
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList<?>);
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo nested) {
            return members(nested);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(EventDetail::plain).toList();
        }
        return value instanceof Instant time ? time.toString() : value;
    }
}
