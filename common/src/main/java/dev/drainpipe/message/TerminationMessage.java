package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message by which one instance is handed over from deregister to terminator.
 *
 * <p>It keeps the five keys of the older version, so that during a migration either side may still be the old one; all
 * others are optional, and unknown ones are ignored.
 */
public sealed interface TerminationMessage {
    /** The version of the keys; told for the reader's sake, not looked at. */
    int SCHEMA = 1;

    /** Understood. */
    record Drain(DrainRequest request) implements TerminationMessage {}

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
        LifecycleAction action = action(fields);
        Optional<String> cluster = fields.optionalText("cluster_name").or(() -> configuredCluster);
        if (cluster.isEmpty()) {
            fields.mistake("cluster_name is missing, and CLUSTER_NAME is not configured; accepted: an ECS cluster");
        }
        DrainRequest request = new DrainRequest(
                action,
                cluster.orElse(""),
                fields.optionalText("container_instance_arn").orElse(null),
                HookMetadata.loadBalancers(fields),
                Moments.firstSeen(Moments.read(document.get().get("first_seen")), delivery.sentAt()));
        return fields.mistakes().isEmpty() ? new Drain(request) : new Malformed(String.join("; ", fields.mistakes()));
    }

    /** The text of a message. */
    static String write(DrainRequest request) {
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
        message.put("schema", SCHEMA);
        return Json.text(message);
    }

    private static LifecycleAction action(Fields fields) {
        String instanceId = InstanceIds.read(fields, "instance_id");
        String group = fields.text("auto_scaling_group");
        String hook = fields.text("life_cycle_hook_name");
        String token = fields.optionalText("lifecycle_action_token").orElse(null);
        return new LifecycleAction(instanceId, group, hook, token);
    }

    private static void put(Map<String, Object> message, String key, @Nullable String value) {
        if (value != null) {
            message.put(key, value);
        }
    }
}
