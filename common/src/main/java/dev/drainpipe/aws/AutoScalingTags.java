package dev.drainpipe.aws;

import dev.drainpipe.port.GroupTags;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Reads the tags of groups with DescribeAutoScalingGroups, all pages. */
public final class AutoScalingTags implements GroupTags {
    /** Amazon EC2 Auto Scaling API reference, DescribeAutoScalingGroups: the most names, unless MaxRecords is raised. */
    private static final int GROUPS_PER_CALL = 50;

    private final AutoScalingClient autoScaling;

    public AutoScalingTags(AutoScalingClient autoScaling) {
        this.autoScaling = autoScaling;
    }

    @Override
    public Map<String, Map<String, String>> of(Collection<String> groups) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        for (List<String> names : Chunks.of(groups, GROUPS_PER_CALL)) {
            // A group that does not exist is left out of the answer.
            List<AutoScalingGroup> answer = AwsErrors.calling(
                    "reading the tags of Auto Scaling groups",
                    () -> autoScaling
                            .describeAutoScalingGroupsPaginator(request -> request.autoScalingGroupNames(names))
                            .autoScalingGroups()
                            .stream()
                            .toList());
            answer.forEach(group -> found.put(group.autoScalingGroupName(), tags(group)));
        }
        return found;
    }

    private static Map<String, String> tags(AutoScalingGroup group) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (TagDescription tag : group.tags()) {
            // A tag may have a key only.
            tags.put(tag.key(), tag.value() == null ? "" : tag.value());
        }
        return tags;
    }
}
