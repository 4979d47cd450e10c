package dev.drainpipe.aws;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.TargetDeregistration;
import dev.drainpipe.port.TargetGroups;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Speaks with target groups: DescribeTargetHealth, DeregisterTargets. */
public final class ElbTargetGroups implements TargetGroups, TargetDeregistration {
    /** AWS names no limit; this keeps one call small. */
    private static final int TARGETS_PER_CALL = 100;

    private static final Set<String> DRAINING = Set.of("draining", "unhealthy.draining");

    /** Not in the group, or its instance is stopped or terminated (Elastic Load Balancing API reference, TargetHealth). */
    private static final Set<String> OUT = Set.of("Target.NotRegistered", "Target.InvalidState");

    private final ElasticLoadBalancingV2Client elb;

    public ElbTargetGroups(ElasticLoadBalancingV2Client elb) {
        this.elb = elb;
    }

    /** An instance that an answer leaves out may be left out by mistake; two must agree. */
    @Override
    public List<Target> targets(String targetGroup, Collection<String> instanceIds) {
        Set<Target> seen = new LinkedHashSet<>(of(ask(targetGroup), instanceIds));
        if (!seen.stream().map(Target::instanceId).collect(Collectors.toSet()).containsAll(instanceIds)) {
            seen.addAll(of(ask(targetGroup), instanceIds));
        }
        return List.copyOf(seen);
    }

    private static List<Target> of(List<Target> targets, Collection<String> instanceIds) {
        return targets.stream()
                .filter(target -> instanceIds.contains(target.instanceId()))
                .toList();
    }

    /** All targets; a group without any may be an answer that is empty by mistake, so two must agree. */
    List<Target> all(String targetGroup) {
        List<Target> targets = ask(targetGroup);
        return targets.isEmpty() ? ask(targetGroup) : targets;
    }

    /** Asked by instance id alone, only the group's default port would be answered. */
    private List<Target> ask(String targetGroup) {
        try {
            return AwsErrors.calling(
                            "asking " + targetGroup + " for its targets",
                            () -> elb.describeTargetHealth(request -> request.targetGroupArn(targetGroup)))
                    .targetHealthDescriptions()
                    .stream()
                    .map(seen -> value(targetGroup, seen))
                    .toList();
        } catch (AwsServiceException e) {
            if (AwsErrors.noTargetGroup(e)) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void deregister(String targetGroup, Collection<Target> targets) {
        for (List<Target> chunk : Chunks.of(targets, TARGETS_PER_CALL)) {
            List<TargetDescription> descriptions =
                    chunk.stream().map(ElbTargetGroups::description).toList();
            try {
                AwsErrors.calling(
                        "deregistering from " + targetGroup,
                        () -> elb.deregisterTargets(
                                request -> request.targetGroupArn(targetGroup).targets(descriptions)));
            } catch (AwsServiceException e) {
                if (!AwsErrors.noTargetGroup(e)) {
                    throw e;
                }
            }
        }
    }

    private static Target value(String targetGroup, TargetHealthDescription seen) {
        return new Target(targetGroup, seen.target().id(), seen.target().port(), attachment(seen.targetHealth()));
    }

    private static Attachment attachment(TargetHealth health) {
        if (DRAINING.contains(health.stateAsString())) {
            return Attachment.DRAINING;
        }
        return OUT.contains(String.valueOf(health.reasonAsString())) ? Attachment.OUT : Attachment.REGISTERED;
    }

    /** With its port: a target on another port than the group's default is not found without it. */
    private static TargetDescription description(Target target) {
        return TargetDescription.builder()
                .id(target.instanceId())
                .port(target.port())
                .build();
    }
}
