package dev.drainpipe.aws;

import dev.drainpipe.fleet.Membership;
import dev.drainpipe.port.Groups;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** Asks which instances wait for their hooks, with DescribeAutoScalingInstances. */
public final class AutoScalingGroups implements Groups {
    /** Amazon EC2 Auto Scaling API reference, DescribeAutoScalingInstances. */
    private static final int INSTANCES_PER_CALL = 50;

    private static final Set<String> WAITING = Set.of("Terminating:Wait", "Warmed:Terminating:Wait");

    private final AutoScalingClient autoScaling;

    public AutoScalingGroups(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Map<String, Membership> memberships(Collection<String> instanceIds) {
        Map<String, Membership> found = new LinkedHashMap<>();
        for (List<String> ids : Chunks.of(instanceIds, INSTANCES_PER_CALL)) {
            AwsErrors.calling(
                            "asking Auto Scaling for instances",
                            () -> autoScaling.describeAutoScalingInstances(request -> request.instanceIds(ids)))
                    .autoScalingInstances()
                    .forEach(seen -> found.put(seen.instanceId(), membership(seen.lifecycleState())));
        }
        // An instance that is in no group is left out of the answer.
        instanceIds.forEach(id -> found.putIfAbsent(id, Membership.NOT_WAITING));
        return found;
    }

    private static Membership membership(String lifecycleState) {
        return WAITING.contains(lifecycleState) ? Membership.WAITING : Membership.NOT_WAITING;
    }
}
