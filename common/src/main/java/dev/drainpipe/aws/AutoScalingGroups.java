package dev.drainpipe.aws;

import dev.drainpipe.fleet.Member;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.port.Groups;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;

/** Asks where instances are in their lives with DescribeAutoScalingInstances. */
public final class AutoScalingGroups implements Groups {
    /** Amazon EC2 Auto Scaling API reference, DescribeAutoScalingInstances. */
    private static final int INSTANCES_PER_CALL = 50;

    /** The same, LifecycleState; whatever is not in here, or will be invented, is elsewhere. */
    private static final Map<String, Phase> PHASES = Map.ofEntries(
            Map.entry("Pending", Phase.ENTERING),
            Map.entry("Warmed:Pending", Phase.ENTERING),
            Map.entry("Pending:Wait", Phase.WAITS_TO_ENTER),
            Map.entry("Warmed:Pending:Wait", Phase.WAITS_TO_ENTER),
            Map.entry("Pending:Proceed", Phase.ENTERED),
            Map.entry("Warmed:Pending:Proceed", Phase.ENTERED),
            Map.entry("Warmed:Pending:Retained", Phase.ENTERED),
            Map.entry("InService", Phase.IN_SERVICE),
            Map.entry("Terminating", Phase.LEAVING),
            Map.entry("Warmed:Terminating", Phase.LEAVING),
            Map.entry("Terminating:Wait", Phase.WAITS_TO_LEAVE),
            Map.entry("Warmed:Terminating:Wait", Phase.WAITS_TO_LEAVE),
            Map.entry("Terminating:Proceed", Phase.LEFT),
            Map.entry("Warmed:Terminating:Proceed", Phase.LEFT),
            Map.entry("Terminating:Retained", Phase.LEFT),
            Map.entry("Warmed:Terminating:Retained", Phase.LEFT),
            Map.entry("Terminated", Phase.LEFT),
            Map.entry("Warmed:Terminated", Phase.LEFT),
            Map.entry("Detaching", Phase.LEFT),
            Map.entry("Detached", Phase.LEFT));

    private final AutoScalingClient autoScaling;

    public AutoScalingGroups(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Map<String, Member> members(Collection<String> instanceIds) {
        Map<String, Member> found = new LinkedHashMap<>(ask(instanceIds));
        Set<String> leftOut = new LinkedHashSet<>(instanceIds);
        leftOut.removeAll(found.keySet());
        // An instance that is in no group is left out of the answer; but so it is of an answer that is empty by
        // mistake.
        found.putAll(ask(leftOut));
        leftOut.forEach(id -> found.putIfAbsent(id, Member.OF_NO_GROUP));
        return found;
    }

    private Map<String, Member> ask(Collection<String> instanceIds) {
        Map<String, Member> found = new LinkedHashMap<>();
        for (List<String> ids : Chunks.of(instanceIds, INSTANCES_PER_CALL)) {
            AwsErrors.calling(
                            "asking Auto Scaling for instances",
                            () -> autoScaling
                                    .describeAutoScalingInstancesPaginator(request -> request.instanceIds(ids))
                                    .autoScalingInstances()
                                    .stream()
                                    .toList())
                    .forEach(seen -> found.put(seen.instanceId(), value(seen)));
        }
        return found;
    }

    private static Member value(AutoScalingInstanceDetails seen) {
        return new Member(
                String.valueOf(seen.autoScalingGroupName()),
                PHASES.getOrDefault(String.valueOf(seen.lifecycleState()), Phase.ELSEWHERE));
    }
}
