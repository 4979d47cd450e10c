package dev.drainpipe.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One instance to be drained: an identity, where to look, why, and when it was first asked for; never a state.
 *
 * @param action the wait that must be ended; without a hook if nobody waits
 * @param cluster the ECS cluster's name or ARN; empty if nobody named one
 * @param containerInstance the container instance's ARN, if it was known when the request was written
 * @param loadBalancers what the instance must have left besides what ECS manages
 * @param occasion why, and since when
 */
public record DrainRequest(
        LifecycleAction action,
        String cluster,
        @Nullable String containerInstance,
        LoadBalancers loadBalancers,
        Occasion occasion) {
    /** The ordinary request: a termination hook waits. */
    public DrainRequest(
            LifecycleAction action,
            String cluster,
            @Nullable String containerInstance,
            LoadBalancers loadBalancers,
            Instant firstSeen) {
        this(action, cluster, containerInstance, loadBalancers, Occasion.hook(firstSeen));
    }

    /** The EC2 instance's id. */
    public String instanceId() {
        return action.instanceId();
    }

    /** When it was first asked for; deadlines count from here. */
    public Instant firstSeen() {
        return occasion.firstSeen();
    }

    /** Why. */
    public Reason reason() {
        return occasion.reason();
    }

    /** The same request for an instance whose container instance is known now. */
    public DrainRequest at(String arn) {
        return new DrainRequest(action, cluster, arn, loadBalancers, occasion);
    }

    /** The same request for an instance whose cluster is known now. */
    public DrainRequest in(String found) {
        return new DrainRequest(action, found, containerInstance, loadBalancers, occasion);
    }

    /** The same request for an instance that must leave these load balancers. */
    public DrainRequest leaving(LoadBalancers found) {
        return new DrainRequest(action, cluster, containerInstance, found, occasion);
    }
}
