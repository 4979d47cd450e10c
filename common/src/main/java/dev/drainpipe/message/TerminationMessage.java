package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The message by which one instance is handed over from deregister to terminator.
 *
 * <p>It keeps the five keys of the older version, so that during a migration either side may still be the old one; all
 * others are optional, and unknown ones are ignored. A message without a {@code reason} is of a termination hook; the
 * others have reasons that the older version never had.
 */
public sealed interface TerminationMessage {
    /** The version of the keys; told for the reader's sake, not looked at. */
    int SCHEMA = 1;

    /**
     * Understood.
     *
     * @param request who asks for what
     * @param tasks how many tasks ECS counted on the instance just before it was set to DRAINING: a hint when to look,
     *     never what is true; none if nobody said
     */
    record Drain(DrainRequest request, OptionalInt tasks) implements TerminationMessage {
        /** Understood, without a hint. */
        Drain(DrainRequest request) {
            this(request, OptionalInt.empty());
        }
    }

    /** Not understood; to be kept as evidence with the reason. */
    record Malformed(String reason) implements TerminationMessage {}

    /**
     * What a message is; total, so never an exception.
     *
     * @param configuredCluster the cluster of messages that name none, as those of the older version do
     */
    static TerminationMessage read(Delivery delivery, Optional<String> configuredCluster) {
        Optional<Map<String, Object>> document = Json.object(delivery.body());
        if (document.isEmpty()) {
            return new Malformed("the body is not a JSON object");
        }
        Fields fields = Fields.ofJson(document.get());
        Reason reason = reason(fields);
        LifecycleAction action = action(fields, reason.awaited());
        DrainRequest request = new DrainRequest(
                action,
                fields.optionalText("cluster_name").or(() -> configuredCluster).orElse(""),
                fields.optionalText("container_instance_arn").orElse(null),
                HookMetadata.loadBalancers(fields),
                occasion(reason, document.get(), delivery));
        return fields.mistakes().isEmpty()
                ? new Drain(request, tasks(document.get().get("tasks")))
                : new Malformed(String.join("; ", fields.mistakes()));
    }

    /** A hint that is no count is no hint. */
    private static OptionalInt tasks(@Nullable Object said) {
        return said instanceof Integer count && count >= 0 ? OptionalInt.of(count) : OptionalInt.empty();
    }

    private static Occasion occasion(Reason reason, Map<String, Object> document, Delivery delivery) {
        return new Occasion(
                reason,
                Moments.firstSeen(Moments.read(document.get("first_seen")), delivery.sentAt()),
                Moments.read(document.get("deadline")).orElse(null));
    }

    /** The text of a message that gives no hint. */
    static String write(DrainRequest request) {
        return write(request, OptionalInt.empty());
    }

    /** The text of a message, with a hint how many tasks were counted. */
    static String write(DrainRequest request, OptionalInt tasks) {
        LoadBalancers loadBalancers = request.loadBalancers();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("instance_id", request.instanceId());
        message.put("auto_scaling_group", request.action().group());
        message.put("life_cycle_hook_name", request.action().hook());
        put(message, "lifecycle_action_token", request.action().token());
        message.put("elb_name", loadBalancers.classic().stream().findFirst().orElse(""));
        message.put("cluster_name", request.cluster());
        message.put("elb_names", loadBalancers.classic());
        message.put("target_group_arns", loadBalancers.targetGroups());
        put(message, "container_instance_arn", request.containerInstance());
        message.put("first_seen", request.firstSeen().toString());
        if (request.reason() != Reason.HOOK) {
            message.put("reason", request.reason().word());
        }
        put(message, "deadline", text(request.occasion().deadline()));
        tasks.ifPresent(count -> message.put("tasks", count));
        message.put("schema", SCHEMA);
        return Json.text(message);
    }

    private static LifecycleAction action(Fields fields, boolean awaited) {
        String instanceId = InstanceIds.read(fields, "instance_id");
        String group = awaited ? fields.text("auto_scaling_group") : optional(fields, "auto_scaling_group");
        String hook = awaited ? fields.text("life_cycle_hook_name") : "";
        String token = fields.optionalText("lifecycle_action_token").orElse(null);
        return new LifecycleAction(instanceId, group, hook, token);
    }

    private static Reason reason(Fields fields) {
        String word = optional(fields, "reason");
        Optional<Reason> reason = word.isEmpty() ? Optional.of(Reason.HOOK) : Reason.of(word);
        if (reason.isEmpty()) {
            fields.refuse("reason", Reason.words());
        }
        return reason.orElse(Reason.HOOK);
    }

    private static String optional(Fields fields, String key) {
        return fields.optionalText(key).orElse("");
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static void put(Map<String, Object> message, String key, @Nullable String value) {
        if (value != null) {
            message.put(key, value);
        }
    }
}
