package dev.drainpipe.aws;

import dev.drainpipe.port.WaitingInstances;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Predicate<Map<String, String>> wanted;

    /** A tag of a group. */
    public record Tag(String key, String value) {}

    /**
     * Looks at the groups of these names, and at those that have a tag.
     *
     * @param names their names; may be empty
     * @param tag what others have, if any do
     * @param wanted whether a group with these tags is looked at
     */
    public AutoScalingWaits(
            AutoScalingClient autoScaling,
            List<String> names,
            @Nullable Tag tag,
            Predicate<Map<String, String>> wanted) {
        this.autoScaling = autoScaling;
        this.names = List.copyOf(names);
        this.tag = tag;
        this.wanted = wanted;
    }

    @Override
    public Map<String, Set<String>> byGroup() {
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        Chunks.of(names, NAMES_PER_CALL)
                .forEach(some -> ask(DescribeAutoScalingGroupsRequest.builder().autoScalingGroupNames(some), waiting));
        if (tag != null) {
            Filter tagged = Filter.builder()
                    .name("tag:" + tag.key())
                    .values(tag.value())
                    .build();
            ask(DescribeAutoScalingGroupsRequest.builder().filters(tagged), waiting);
        }
        return waiting;
    }

    private void ask(DescribeAutoScalingGroupsRequest.Builder request, Map<String, Set<String>> waiting) {
        AwsErrors.calling(
                        "looking for instances that wait",
                        () ->
                                autoScaling
                                        .describeAutoScalingGroupsPaginator(request.build())
                                        .autoScalingGroups()
                                        .stream()
                                        .toList())
                .stream()
                .filter(group -> wanted.test(tags(group)))
                .forEach(group -> keep(group, waiting));
    }

    private static Map<String, String> tags(AutoScalingGroup group) {
        Map<String, String> tags = new HashMap<>();
        group.tags().forEach(described -> tags.put(described.key(), described.value()));
        return tags;
    }

    private static void keep(AutoScalingGroup group, Map<String, Set<String>> waiting) {
        Set<String> ids = group.instances().stream()
                .filter(instance -> WAITING.equals(instance.lifecycleStateAsString()))
                .map(Instance::instanceId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!ids.isEmpty()) {
            waiting.put(group.autoScalingGroupName(), ids);
        }
    }
}
