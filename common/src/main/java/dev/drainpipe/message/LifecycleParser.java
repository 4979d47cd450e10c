package dev.drainpipe.message;

import dev.drainpipe.document.Json;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.TestNotification;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what a body on the lifecycle queue is, whichever way it came: straight from Auto Scaling, through SNS, or as
 * an EventBridge event.
 *
 * <p>Unknown keys are ignored everywhere, and so is the order of keys.
 */
public final class LifecycleParser {
    /** An EventBridge event may have come through SNS; nothing is wrapped deeper than that. */
    private static final int MOST_ENVELOPES = 2;

    private LifecycleParser() {}

    /** What the body is; total, so never an exception. */
    public static LifecycleMessage parse(String body) {
        return parse(body, MOST_ENVELOPES);
    }

    private static LifecycleMessage parse(String body, int envelopes) {
        Optional<Map<String, Object>> document = Json.object(body);
        if (document.isEmpty()) {
            return new Malformed("the body is not a JSON object");
        }
        return parse(document.get(), envelopes);
    }

    private static LifecycleMessage parse(Map<String, Object> document, int envelopes) {
        // A test notification may carry any of the other keys as well, so it is looked for first
        // (PutLifecycleHook, EC2 Auto Scaling API reference).
        if (document.get("Event") instanceof String event) {
            return BareNotification.TEST.equals(event)
                    ? new TestNotification(String.valueOf(document.getOrDefault("AutoScalingGroupName", "unnamed")))
                    : new Uninteresting("the event " + event);
        }
        if (SnsEnvelope.is(document)) {
            return envelopes == 0
                    ? new Malformed("an SNS envelope inside an SNS envelope")
                    : SnsEnvelope.open(document, message -> parse(message, envelopes - 1));
        }
        if (EventBridgeEvent.is(document)) {
            return EventBridgeEvent.read(document);
        }
        return BareNotification.read(document, Optional.empty());
    }
}
