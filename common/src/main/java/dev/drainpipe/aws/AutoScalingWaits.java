package dev.drainpipe.aws;

import dev.drainpipe.port.WaitingInstances;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/** Finds the instances that wait with DescribeAutoScalingGroups, all pages. */
public final class AutoScalingWaits implements WaitingInstances {
    /** Amazon EC2 Auto Scaling API reference, DescribeAutoScalingGroups. */
    private static final int NAMES_PER_CALL = 50;

    private static final String WAITING = "Terminating:Wait";

    private final AutoScalingClient autoScaling;
    private final List<String> names;
    private final @Nullable Tag tag;

    /** A tag of a group. */
    public record Tag(String key, String value) {}

    /**
     * Looks at some groups.
     *
     * @param names their names; empty if the tag alone tells
     * @param tag which they must have, if any
     */
    public AutoScalingWaits(AutoScalingClient autoScaling, List<String> names, @Nullable Tag tag) {
        this.autoScaling = autoScaling;
        this.names = List.copyOf(names);
        this.tag = tag;
    }

    @Override
    public Map<String, Set<String>> byGroup() {
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        if (names.isEmpty()) {
            ask(List.of(), waiting);
        }
        Chunks.of(names, NAMES_PER_CALL).forEach(some -> ask(some, waiting));
        return waiting;
    }

    private void ask(List<String> some, Map<String, Set<String>> waiting) {
        DescribeAutoScalingGroupsRequest.Builder request = DescribeAutoScalingGroupsRequest.builder();
        if (!some.isEmpty()) {
            request.autoScalingGroupNames(some);
        }
        if (tag != null) {
            request.filters(Filter.builder()
                    .name("tag:" + tag.key())
                    .values(tag.value())
                    .build());
        }
        AwsErrors.calling(
                        "looking for instances that wait",
                        () ->
                                autoScaling
                                        .describeAutoScalingGroupsPaginator(request.build())
                                        .autoScalingGroups()
                                        .stream()
                                        .toList())
                .forEach(group -> keep(group, waiting));
    }

    private static void keep(AutoScalingGroup group, Map<String, Set<String>> waiting) {
        Set<String> ids = group.instances().stream()
                .filter(instance -> WAITING.equals(instance.lifecycleStateAsString()))
                .map(Instance::instanceId)
                .collect(Collectors.toUnmodifiableSet());
        if (!ids.isEmpty()) {
            waiting.put(group.autoScalingGroupName(), ids);
        }
    }
}
