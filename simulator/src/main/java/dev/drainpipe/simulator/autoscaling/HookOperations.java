package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.DeleteLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteLifecycleHookResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHookTypesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHookTypesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHooksRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHooksResponse;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHookSpecification;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookResponse;

/** Putting, deleting and listing the lifecycle hooks of groups. */
final class HookOperations {
    // EC2 Auto Scaling User Guide, 'Quotas for Auto Scaling resources and groups'.
    private static final int MOST_HOOKS = 50;
    private static final Duration USUAL_HEARTBEAT = Duration.ofHours(1);

    private final Groups groups;
    private final Messages messages;

    HookOperations(Groups groups, Messages messages) {
        this.groups = groups;
        this.messages = messages;
    }

    void addTo(Operations operations) {
        operations
                .on(PutLifecycleHookRequest.class, this::put)
                .on(DeleteLifecycleHookRequest.class, this::delete)
                .on(DescribeLifecycleHooksRequest.class, this::describe)
                .on(DescribeLifecycleHookTypesRequest.class, this::types);
    }

    /**
     * Adds a hook or changes one; what an update leaves out stays as it was, and an empty target clears it.
     *
     * <p>Actions that wait already keep the settings that they began with.
     */
    PutLifecycleHookResponse put(PutLifecycleHookRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        Hook hook = hook(group, request);
        if (!group.hooks().containsKey(hook.name()) && group.hooks().size() >= MOST_HOOKS) {
            throw AwsError.sender("LimitExceeded", "A group can have at most " + MOST_HOOKS + " lifecycle hooks.");
        }
        if (request.notificationTargetARN() != null) {
            test(group, hook);
        }
        group.hooks().put(hook.name(), hook);
        return PutLifecycleHookResponse.builder().build();
    }

    /** Adds a hook while its group is made. */
    void put(Group group, LifecycleHookSpecification hook) {
        put(PutLifecycleHookRequest.builder()
                .autoScalingGroupName(group.name())
                .lifecycleHookName(hook.lifecycleHookName())
                .lifecycleTransition(hook.lifecycleTransition())
                .heartbeatTimeout(hook.heartbeatTimeout())
                .defaultResult(hook.defaultResult())
                .notificationTargetARN(hook.notificationTargetARN())
                .roleARN(hook.roleARN())
                .notificationMetadata(hook.notificationMetadata())
                .build());
    }

    private static Hook hook(Group group, PutLifecycleHookRequest request) {
        String name = Validation.required(request.lifecycleHookName(), "lifecycleHookName");
        if (!name.matches("[A-Za-z0-9\\-_/]{1,255}")) {
            throw Validation.error("1 validation error detected: Value '" + name
                    + "' at 'lifecycleHookName' failed to satisfy constraint: Member must satisfy regular expression"
                    + " pattern: [A-Za-z0-9\\-_\\/]+");
        }
        Optional<Hook> before = Optional.ofNullable(group.hooks().get(name));
        return new Hook(
                name,
                transition(before, request.lifecycleTransition()),
                Validation.between(request.heartbeatTimeout(), 30, 7200, "heartbeatTimeout")
                        .map(Duration::ofSeconds)
                        .orElse(before.map(Hook::heartbeat).orElse(USUAL_HEARTBEAT)),
                result(before, request.defaultResult()),
                channel(before.map(Hook::channel), request));
    }

    private static Transition transition(Optional<Hook> before, @Nullable String wanted) {
        if (wanted == null && before.isPresent()) {
            return before.get().transition();
        }
        return Transition.ofWord(Validation.oneOf(wanted, Transition.words(), "lifecycleTransition"));
    }

    private static ActionResult result(Optional<Hook> before, @Nullable String wanted) {
        if (wanted == null) {
            return before.map(Hook::defaultResult).orElse(ActionResult.ABANDON);
        }
        return ActionResult.valueOf(Validation.oneOf(wanted, ActionResult.WORDS, "defaultResult"));
    }

    private static Hook.Channel channel(Optional<Hook.Channel> before, PutLifecycleHookRequest request) {
        return new Hook.Channel(
                text(request.notificationTargetARN(), before.flatMap(Hook.Channel::target)),
                text(request.roleARN(), before.flatMap(Hook.Channel::role)),
                text(request.notificationMetadata(), before.flatMap(Hook.Channel::metadata)));
    }

    private static Optional<String> text(@Nullable String wanted, Optional<String> before) {
        return wanted == null ? before : Optional.of(wanted).filter(t -> !t.isEmpty());
    }

    private void test(Group group, Hook hook) {
        hook.channel().target().ifPresent(target -> {
            if (hook.channel().role().isEmpty() && !target.contains(":lambda:")) {
                throw Validation.error("A role ARN is required for the notification target " + target + ".");
            }
            if (target.endsWith(".fifo")) {
                throw unusable(hook, target);
            }
            try {
                messages.sendTest(group, target);
            } catch (AwsError refused) {
                throw unusable(hook, target);
            }
        });
    }

    private static AwsError unusable(Hook hook, String target) {
        return Validation.error("Unable to publish test message to notification target " + target + " using IAM role "
                + hook.channel().role().orElse("null")
                + ". Please check your target and role configuration and try to put lifecycle hook again.");
    }

    /**
     * Deletes a hook; its open actions end first, launching ones with ABANDON and terminating ones with CONTINUE (EC2
     * Auto Scaling API reference, DeleteLifecycleHook).
     */
    private DeleteLifecycleHookResponse delete(DeleteLifecycleHookRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        String name = Validation.required(request.lifecycleHookName(), "lifecycleHookName");
        Hook hook = group.hooks().remove(name);
        if (hook == null) {
            throw Validation.error("No Lifecycle Hook found with name " + name);
        }
        ActionResult result = hook.transition() == Transition.LAUNCHING ? ActionResult.ABANDON : ActionResult.CONTINUE;
        for (Member member : group.members()) {
            member.held().ifPresent(wait -> wait.open(name).ifPresent(action -> wait.complete(action, result)));
        }
        return DeleteLifecycleHookResponse.builder().build();
    }

    /** The hooks asked for, or all; an unknown name is left out. */
    private DescribeLifecycleHooksResponse describe(DescribeLifecycleHooksRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<String> names = request.lifecycleHookNames();
        return DescribeLifecycleHooksResponse.builder()
                .lifecycleHooks(group.hooks().values().stream()
                        .filter(h -> names.isEmpty() || names.contains(h.name()))
                        .map(h -> h.description(group.name()))
                        .toList())
                .build();
    }

    private DescribeLifecycleHookTypesResponse types(DescribeLifecycleHookTypesRequest request) {
        return DescribeLifecycleHookTypesResponse.builder()
                .lifecycleHookTypes(Transition.words())
                .build();
    }
}
