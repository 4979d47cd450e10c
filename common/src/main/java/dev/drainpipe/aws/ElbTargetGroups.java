package dev.drainpipe.aws;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.TargetDeregistration;
import dev.drainpipe.port.TargetGroups;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
        return of(asked(targetGroup, seen -> ids(seen).containsAll(instanceIds)), instanceIds);
    }

    private static Set<String> ids(List<Target> targets) {
        return targets.stream().map(Target::instanceId).collect(Collectors.toSet());
    }

    private static List<Target> of(Collection<Target> targets, Collection<String> instanceIds) {
        return targets.stream()
                .filter(target -> instanceIds.contains(target.instanceId()))
                .toList();
    }

    /** All targets; a group without any may be an answer that is empty by mistake, so two must agree. */
    List<Target> all(String targetGroup) {
        return asked(targetGroup, seen -> !seen.isEmpty());
    }

    /** What one answer says, or two of which the first was not enough; a group that is gone has no targets. */
    private List<Target> asked(String targetGroup, Predicate<List<Target>> enough) {
        try {
            List<Target> first = ask(targetGroup);
            if (enough.test(first)) {
                return first;
            }
            Set<Target> both = new LinkedHashSet<>(first);
            both.addAll(ask(targetGroup));
            return List.copyOf(both);
        } catch (AwsServiceException e) {
            if (AwsErrors.noTargetGroup(e)) {
                return List.of();
            }
            throw e;
        }
    }

    /** Asked by instance id alone, only the group's default port would be answered. */
    private List<Target> ask(String targetGroup) {
        return AwsErrors.calling(
                        "asking " + targetGroup + " for its targets",
                        () -> elb.describeTargetHealth(request -> request.targetGroupArn(targetGroup)))
                .targetHealthDescriptions()
                .stream()
                .map(seen -> value(targetGroup, seen))
                .toList();
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
