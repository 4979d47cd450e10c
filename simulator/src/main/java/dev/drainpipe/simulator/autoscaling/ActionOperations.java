package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.PastGlobalTimeout;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionResponse;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatResponse;

/**
 * Answering a lifecycle action: completing it, or asking for more time.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, CompleteLifecycleAction, RecordLifecycleActionHeartbeat.
 */
final class ActionOperations {
    private final Groups groups;
    private final Outside outside;

    ActionOperations(Groups groups, Outside outside) {
        this.groups = groups;
        this.outside = outside;
    }

    void addTo(Operations operations) {
        operations
                .on(CompleteLifecycleActionRequest.class, this::complete)
                .on(RecordLifecycleActionHeartbeatRequest.class, this::heartbeat);
    }

    /** Which action is meant: by its token, or by the instance that it holds. */
    private record Meant(String hook, Optional<String> token, Optional<String> instanceId) {
        boolean tokenFits(LifecycleAction action) {
            return token.filter(t -> !t.equals(action.token())).isEmpty();
        }

        boolean instanceFits(Member member) {
            return instanceId.filter(id -> !id.equals(member.id())).isEmpty();
        }

        AwsError notFound() {
            return Validation.error("No active Lifecycle Action found with "
                    + token.map(t -> "token " + t).orElseGet(() -> "instance ID " + instanceId.orElse("null")));
        }
    }

    /** An open action, and the wait that it belongs to. */
    private record Open(HookWait held, LifecycleAction action) {}

    /** Ends one hook's action; a second time it is not there any more. */
    private CompleteLifecycleActionResponse complete(CompleteLifecycleActionRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        Meant meant = meant(request.lifecycleHookName(), request.lifecycleActionToken(), request.instanceId());
        ActionResult result = ActionResult.valueOf(
                Validation.oneOf(request.lifecycleActionResult(), ActionResult.WORDS, "lifecycleActionResult"));
        Open open = open(group, meant);
        open.held().complete(open.action(), result);
        return CompleteLifecycleActionResponse.builder().build();
    }

    /** Gives the action its full time-out again, from now, within the global time-out. */
    private RecordLifecycleActionHeartbeatResponse heartbeat(RecordLifecycleActionHeartbeatRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        Meant meant = meant(request.lifecycleHookName(), request.lifecycleActionToken(), request.instanceId());
        Open open = open(group, meant);
        if (outside.options().behaviour().pastGlobalTimeout() == PastGlobalTimeout.REFUSE
                && open.action().reachesPastGlobalTimeout(outside.world().now())) {
            throw meant.notFound();
        }
        open.held().heartbeat(open.action());
        return RecordLifecycleActionHeartbeatResponse.builder().build();
    }

    private Meant meant(@Nullable String hook, @Nullable String token, @Nullable String instanceId) {
        String hookName = Validation.required(hook, "lifecycleHookName");
        if (token != null && token.length() != 36) {
            throw Validation.error("1 validation error detected: Value '" + token
                    + "' at 'lifecycleActionToken' failed to satisfy constraint: Member must have length "
                    + (token.length() < 36 ? "greater than" : "less than") + " or equal to 36");
        }
        if (token == null && instanceId == null) {
            throw Validation.error("Either a lifecycle action token or an instance ID must be given.");
        }
        Optional<String> byToken = Optional.ofNullable(token);
        Optional<String> byInstance = Optional.ofNullable(instanceId);
        if (byToken.isEmpty() || byInstance.isEmpty()) {
            return new Meant(hookName, byToken, byInstance);
        }
        BothGiven rule = outside.options().behaviour().bothGiven();
        return switch (rule) {
            case MUST_AGREE -> new Meant(hookName, byToken, byInstance);
            case TOKEN_COUNTS -> new Meant(hookName, byToken, Optional.empty());
            case INSTANCE_COUNTS -> new Meant(hookName, Optional.empty(), byInstance);
        };
    }

    private static Open open(Group group, Meant meant) {
        return group.members().stream()
                .filter(meant::instanceFits)
                .flatMap(m -> m.held().stream())
                .flatMap(w -> w.open(meant.hook()).map(a -> new Open(w, a)).stream())
                .filter(o -> meant.tokenFits(o.action()))
                .findFirst()
                .orElseThrow(meant::notFound);
    }
}
