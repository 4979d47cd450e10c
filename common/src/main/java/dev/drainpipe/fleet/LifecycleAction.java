package dev.drainpipe.fleet;

import org.jspecify.annotations.Nullable;

/**
 * One wait of one instance on one lifecycle hook: who waits, and for whom.
 *
 * <p>The token is a secret of a kind, since it is enough to let the instance go; {@link #toString()} leaves it out.
 *
 * @param instanceId the EC2 instance's id
 * @param group the Auto Scaling group's name
 * @param hook the lifecycle hook's name
 * @param token the lifecycle action's token; none if a message brought none, then AWS goes by the instance's id
 */
public record LifecycleAction(
        String instanceId,
        String group,
        String hook,
        @Nullable String token) {
    @Override
    public String toString() {
        return instanceId + " of " + group + " (hook " + hook + ")";
    }
}
