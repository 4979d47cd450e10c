package dev.drainpipe.aws;

import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;

/** Reads hooks with DescribeLifecycleHooks, and remembers what they said for a quarter of an hour, or longer if AWS is silent. */
public final class AutoScalingHooks implements HookTimeouts {
    /** Long enough to cost nothing, short enough to notice that an operator changed a hook. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** Amazon EC2 Auto Scaling API reference, PutLifecycleHook: the default heartbeat time-out. */
    private static final int DEFAULT_SECONDS = 3600;

    /** The same, LifecycleHook: 48 hours, or 100 times the heartbeat time-out. */
    private static final int MOST_SECONDS = 172_800;

    private static final int MOST_HEARTBEATS = 100;

    private final AutoScalingClient autoScaling;
    private final InstantSource clock;
    private final Map<Hook, Known> known = new ConcurrentHashMap<>();

    public AutoScalingHooks(AutoScalingClient autoScaling, InstantSource clock) {
        this.autoScaling = autoScaling;
        this.clock = clock;
    }

    @Override
    public Optional<Timeouts> of(String group, String hook) {
        Hook key = new Hook(group, hook);
        Instant now = clock.instant();
        Known last = known.get(key);
        if (last != null && now.isBefore(last.until())) {
            return Optional.of(last.timeouts());
        }
        try {
            Optional<Timeouts> asked = ask(group, hook);
            asked.ifPresent(timeouts -> known.put(key, new Known(timeouts, now.plus(REMEMBERED))));
            return asked;
        } catch (TryLater e) {
            if (last == null) {
                throw e;
            }
            return Optional.of(last.timeouts());
        }
    }

    /** A hook that is not in the answer may be gone, or the answer empty by mistake; two answers must agree. */
    private Optional<Timeouts> ask(String group, String hook) {
        return askOnce(group, hook).or(() -> askOnce(group, hook));
    }

    private Optional<Timeouts> askOnce(String group, String hook) {
        try {
            return AwsErrors.calling(
                            "reading the hook " + hook + " of " + group,
                            () -> autoScaling.describeLifecycleHooks(request ->
                                    request.autoScalingGroupName(group).lifecycleHookNames(hook)))
                    .lifecycleHooks()
                    .stream()
                    .map(AutoScalingHooks::timeouts)
                    .findFirst();
        } catch (AwsServiceException e) {
            if (AwsErrors.notThere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Timeouts timeouts(LifecycleHook hook) {
        int heartbeat = hook.heartbeatTimeout() == null ? DEFAULT_SECONDS : hook.heartbeatTimeout();
        int global = hook.globalTimeout() == null
                ? Math.min(MOST_SECONDS, MOST_HEARTBEATS * heartbeat)
                : hook.globalTimeout();
        return new Timeouts(Duration.ofSeconds(heartbeat), Duration.ofSeconds(global));
    }

    private record Hook(String group, String name) {}

    private record Known(Timeouts timeouts, Instant until) {}
}
