package dev.drainpipe.aws;

import dev.drainpipe.fleet.GroupMember;
import dev.drainpipe.fleet.GroupMember.Stage;
import dev.drainpipe.port.GroupMembers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** Asks which groups instances are in, with DescribeAutoScalingInstances. */
public final class AutoScalingMembers implements GroupMembers {
    /** Amazon EC2 Auto Scaling API reference, DescribeAutoScalingInstances. */
    private static final int INSTANCES_PER_CALL = 50;

    private static final String IN_SERVICE = "InService";

    private final AutoScalingClient autoScaling;

    public AutoScalingMembers(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Map<String, GroupMember> of(Collection<String> instanceIds) {
        Map<String, GroupMember> found = new LinkedHashMap<>();
        for (List<String> ids : Chunks.of(instanceIds, INSTANCES_PER_CALL)) {
            AwsErrors.calling(
                            "asking Auto Scaling for instances",
                            () -> autoScaling.describeAutoScalingInstances(request -> request.instanceIds(ids)))
                    .autoScalingInstances()
                    .forEach(seen -> found.put(
                            seen.instanceId(),
                            new GroupMember(seen.autoScalingGroupName(), stage(seen.lifecycleState()))));
        }
        // An instance that is in no group is left out of the answer.
        instanceIds.forEach(id -> found.putIfAbsent(id, GroupMember.NONE));
        return found;
    }

    private static Stage stage(String lifecycleState) {
        return IN_SERVICE.equals(lifecycleState) ? Stage.IN_SERVICE : Stage.NOT_IN_SERVICE;
    }
}
