package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.message.LifecycleMessage.Announcement;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of AWS Health: scheduled changes of EC2 instances are announcements, all else is not our business (AWS Health
 * User Guide, "EventBridge event schema for AWS Health"). There is no full list of its type codes, so it is matched by
 * service and category.
 */
final class HealthEvent {
    static final String DETAIL_TYPE = "AWS Health Event";

    private HealthEvent() {}

    /** What the event is. */
    static LifecycleMessage read(Map<String, Object> event) {
        Fields detail = Fields.ofJson(event).document("detail");
        String service = detail.text("service");
        String category = detail.text("eventTypeCategory");
        if (!detail.mistakes().isEmpty()) {
            return new Malformed(String.join("; ", detail.mistakes()));
        }
        if (!service.equals("EC2") || !category.equals("scheduledChange")) {
            return new Uninteresting("the AWS Health event of " + service + ", " + category);
        }
        // The same event comes again when it is over, for an instance that may well have stayed.
        if (detail.optionalText("statusCode").orElse("").equals("closed")) {
            return new Uninteresting("the AWS Health event of EC2, which is closed");
        }
        List<String> instanceIds = instanceIds(detail, event);
        if (!detail.mistakes().isEmpty()) {
            return new Malformed(String.join("; ", detail.mistakes()));
        }
        return instanceIds.isEmpty()
                ? new Uninteresting("an AWS Health event of EC2 that names no instance")
                : new Announcement(
                        Reason.SCHEDULED_CHANGE,
                        instanceIds,
                        Moments.read(event.get("time")).orElse(null),
                        start(detail));
    }

    private static List<String> instanceIds(Fields detail, Map<String, Object> event) {
        List<String> entities = detail.has("affectedEntities")
                ? detail.documents("affectedEntities").stream()
                        .map(entity -> entity.text("entityValue"))
                        .toList()
                : Fields.ofJson(event).texts("resources");
        return entities.stream()
                .map(entity -> entity.substring(entity.lastIndexOf('/') + 1))
                .filter(InstanceIds::is)
                .toList();
    }

    /** Unlike every other time in an event, this one is RFC 1123 text. */
    private static @Nullable Instant start(Fields detail) {
        String text = detail.optionalText("startTime").orElse("");
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return Moments.read(text).orElse(null);
        }
    }
}
