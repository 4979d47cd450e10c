package dev.drainpipe.message;

import dev.drainpipe.fleet.PlainName;
import java.util.Map;
import java.util.Optional;

/**
 * An EventBridge event by which ECS says that a task on a container instance has stopped (Amazon ECS Developer Guide,
 * "Amazon ECS task state change events").
 *
 * <p>The same event may come twice, late, or not at all: it says that a look is worth while, never what is true.
 *
 * @param containerInstance the container instance's ARN
 * @param task the task's id
 */
public record TaskNews(String containerInstance, String task) {
    private static final String DETAIL_TYPE = "ECS Task State Change";

    /** Whether a text is an event of EventBridge, of whatever kind, and nothing that a queue of requests holds. */
    public static boolean isEvent(Map<String, Object> document) {
        return EventBridgeEvent.is(document);
    }

    /** What the event says; none if it is another one, or of a task that has not stopped or is on no instance. */
    public static Optional<TaskNews> read(Map<String, Object> event) {
        if (!DETAIL_TYPE.equals(event.get("detail-type")) || !(event.get("detail") instanceof Map<?, ?> detail)) {
            return Optional.empty();
        }
        return "STOPPED".equals(detail.get("lastStatus"))
                        && detail.get("containerInstanceArn") instanceof String instance
                        && detail.get("taskArn") instanceof String task
                ? Optional.of(new TaskNews(instance, PlainName.of(task)))
                : Optional.empty();
    }
}
