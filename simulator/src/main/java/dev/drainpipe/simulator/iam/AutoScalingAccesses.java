package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.world.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What calls of Auto Scaling need (Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * EC2 Auto Scaling").
 */
record AutoScalingAccesses(Account account, Groups groups) implements Accesses {
    @Override
    public Optional<List<Access>> of(String operation, SdkPojo request) {
        String action = "autoscaling:" + operation;
        if (operation.startsWith("Describe")) {
            return Optional.of(List.of(Access.toAnything(action)));
        }
        return group(new Fields(request)).map(group -> List.of(new Access(action, group.arn(), keys(group))));
    }

    private Optional<TaggedGroup> group(Fields request) {
        Optional<String> name = request.text("autoScalingGroupName");
        return name.isPresent()
                ? name.map(n -> groups.named(n).orElseGet(() -> unknown(n)))
                : request.text("instanceId").map(id -> groups.holding(id).orElseGet(() -> unknown(Access.ANY)));
    }

    /** What is asked for a group that does not exist: one of this name, whatever its id, without tags. */
    private TaggedGroup unknown(String name) {
        String arn = account.arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/" + name);
        return new TaggedGroup(arn, Map.of());
    }

    private static Map<String, String> keys(TaggedGroup group) {
        Map<String, String> keys = new HashMap<>();
        KeyTest.GROUP_TAGS.forEach(prefix -> group.tags().forEach((tag, value) -> keys.put(prefix + tag, value)));
        return keys;
    }
}
