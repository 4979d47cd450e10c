package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.message.LifecycleMessage.Launch;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Termination;
import dev.drainpipe.message.LifecycleMessage.TestNotification;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import dev.drainpipe.message.LifecycleMessage.WarmPoolMove;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The notification as Auto Scaling writes it, one flat object (EC2 Auto Scaling User Guide, "Prepare to add a lifecycle
 * hook to your Auto Scaling group").
 *
 * <p>{@code Origin} and {@code Destination} came with warm pools and may be missing; so may {@code
 * NotificationMetadata}.
 */
final class BareNotification {
    static final String TERMINATING = "autoscaling:EC2_INSTANCE_TERMINATING";
    static final String LAUNCHING = "autoscaling:EC2_INSTANCE_LAUNCHING";
    static final String TEST = "autoscaling:TEST_NOTIFICATION";

    private BareNotification() {}

    /** What the notification is; the time is the one that an envelope brought, if any. */
    static LifecycleMessage read(Map<String, Object> notification, Optional<Instant> envelopeTime) {
        Fields fields = Fields.ofJson(notification);
        String transition = fields.text("LifecycleTransition");
        if (transition.equals(TEST)) {
            return new TestNotification(
                    fields.optionalText("AutoScalingGroupName").orElse("unnamed"));
        }
        if (fields.mistakes().isEmpty() && !transition.equals(TERMINATING) && !transition.equals(LAUNCHING)) {
            return new Uninteresting("the transition " + transition);
        }
        LifecycleAction action = action(fields);
        if (!fields.mistakes().isEmpty()) {
            return new Malformed(String.join("; ", fields.mistakes()));
        }
        Instant time =
                Moments.read(notification.get("Time")).or(() -> envelopeTime).orElse(null);
        if (transition.equals(LAUNCHING)) {
            return new Launch(action, time, metadata(notification));
        }
        // Back to the warm pool: the instance stays, though the transition says TERMINATING (EC2 Auto Scaling User
        // Guide, "Use lifecycle hooks with a warm pool").
        if ("WarmPool".equals(notification.get("Destination"))) {
            return new WarmPoolMove(action);
        }
        return new Termination(action, time, metadata(notification));
    }

    private static LifecycleAction action(Fields fields) {
        String instanceId = InstanceIds.read(fields, "EC2InstanceId");
        String group = fields.text("AutoScalingGroupName");
        String hook = fields.text("LifecycleHookName");
        String token = fields.optionalText("LifecycleActionToken").orElse(null);
        return new LifecycleAction(instanceId, group, hook, token);
    }

    private static String metadata(Map<String, Object> notification) {
        Object metadata = notification.getOrDefault("NotificationMetadata", "");
        if (metadata instanceof Map<?, ?> object) {
            // An EventBridge input transformer may have unpacked it.
            @SuppressWarnings("unchecked")
            Map<String, ?> unpacked = (Map<String, ?>) object;
            return Json.text(unpacked);
        }
        return String.valueOf(metadata);
    }
}
