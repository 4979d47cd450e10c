package dev.drainpipe.fleet;

import org.jspecify.annotations.Nullable;

/**
 * One wait of one instance on one lifecycle hook: who waits, and for whom.
 *
 * <p>The token is a secret of a kind, since it is enough to let the instance go; {@link #toString()} leaves it out.
 *
 * @param instanceId the EC2 instance's id
 * @param group the Auto Scaling group's name; empty if it is in none, or nobody said
 * @param hook the lifecycle hook's name; empty if nobody waits
 * @param token the lifecycle action's token; none if a message brought none, then AWS goes by the instance's id
 */
public record LifecycleAction(
        String instanceId,
        String group,
        String hook,
        @Nullable String token) {
    /** No wait at all: an instance that leaves although no hook holds it. */
    public static LifecycleAction none(String instanceId, String group) {
        return new LifecycleAction(instanceId, group, "", null);
    }

    @Override
    public String toString() {
        return instanceId + (group.isEmpty() ? "" : " of " + group) + (hook.isEmpty() ? "" : " (hook " + hook + ")");
    }
}
