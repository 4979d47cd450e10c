package dev.drainpipe.simulator.autoscaling;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;

/**
 * A lifecycle hook of a group.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, PutLifecycleHook, LifecycleHook.
 *
 * @param heartbeat how long an action waits from its start or its last heartbeat, 30 to 7200 s
 * @param defaultResult what an action ends with when nobody answers in time
 * @param channel whom it tells
 */
record Hook(String name, Transition transition, Duration heartbeat, ActionResult defaultResult, Channel channel) {
    private static final Duration LONGEST_WAIT = Duration.ofDays(2);

    /**
     * Whom a hook tells, and what besides the facts.
     *
     * @param target the ARN of a queue
     * @param role the role that may send to it
     * @param metadata text that goes with each message
     */
    record Channel(Optional<String> target, Optional<String> role, Optional<String> metadata) {}

    /** No heartbeat takes an action past this: 48 h or 100 heartbeats, whichever is less (PutLifecycleHook). */
    Duration globalTimeout() {
        Duration hundred = heartbeat.multipliedBy(100);
        return hundred.compareTo(LONGEST_WAIT) < 0 ? hundred : LONGEST_WAIT;
    }

    LifecycleHook description(String group) {
        return LifecycleHook.builder()
                .lifecycleHookName(name)
                .autoScalingGroupName(group)
                .lifecycleTransition(transition.word())
                .heartbeatTimeout((int) heartbeat.toSeconds())
                .globalTimeout((int) globalTimeout().toSeconds())
                .defaultResult(defaultResult.name())
                .notificationTargetARN(channel.target().orElse(null))
                .roleARN(channel.role().orElse(null))
                .notificationMetadata(channel.metadata().orElse(null))
                .build();
    }
}
