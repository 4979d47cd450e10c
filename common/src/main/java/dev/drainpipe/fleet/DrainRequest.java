package dev.drainpipe.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One instance to be drained: an identity, where to look, and when it was first asked for; never a state.
 *
 * @param action the wait that must be ended
 * @param cluster the ECS cluster's name or ARN
 * @param containerInstance the container instance's ARN, if it was known when the request was written
 * @param loadBalancers what the instance must have left besides what ECS manages
 * @param firstSeen when the drain was first asked for; deadlines count from here
 */
public record DrainRequest(
        LifecycleAction action,
        String cluster,
        @Nullable String containerInstance,
        LoadBalancers loadBalancers,
        Instant firstSeen) {
    /** The EC2 instance's id. */
    public String instanceId() {
        return action.instanceId();
    }

    /** The same request for an instance whose container instance is known now. */
    public DrainRequest at(String arn) {
        return new DrainRequest(action, cluster, arn, loadBalancers, firstSeen);
    }
}
