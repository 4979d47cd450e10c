package dev.drainpipe.simulator;

import dev.drainpipe.simulator.autoscaling.AutoScaling;
import dev.drainpipe.simulator.iam.Groups;
import dev.drainpipe.simulator.iam.TaggedGroup;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** The simulated Auto Scaling's groups, for policies that ask for their tags. */
record TaggedGroups(AutoScaling autoScaling) implements Groups {
    @Override
    public Optional<TaggedGroup> named(String name) {
        return autoScaling.group(name).map(TaggedGroups::tagged);
    }

    @Override
    public Optional<TaggedGroup> holding(String instanceId) {
        return autoScaling.groupOf(instanceId).map(TaggedGroups::tagged);
    }

    private static TaggedGroup tagged(AutoScalingGroup group) {
        return new TaggedGroup(
                group.autoScalingGroupARN(),
                group.tags().stream()
                        .collect(Collectors.toMap(
                                TagDescription::key,
                                tag -> Optional.ofNullable(tag.value()).orElse(""))));
    }
}
