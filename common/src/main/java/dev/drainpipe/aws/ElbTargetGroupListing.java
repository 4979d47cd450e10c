package dev.drainpipe.aws;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.TargetGroupListing;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Lists target groups with DescribeTargetGroups, all pages, and the instances in one with DescribeTargetHealth. */
public final class ElbTargetGroupListing implements TargetGroupListing {
    private final ElasticLoadBalancingV2Client elb;
    private final ElbTargetGroups targetGroups;

    public ElbTargetGroupListing(ElasticLoadBalancingV2Client elb) {
        this.elb = elb;
        this.targetGroups = new ElbTargetGroups(elb);
    }

    @Override
    public Set<String> arns() {
        return AwsErrors.calling(
                "listing target groups",
                () -> elb.describeTargetGroupsPaginator().targetGroups().stream()
                        .filter(group -> group.targetType() == TargetTypeEnum.INSTANCE)
                        .filter(TargetGroup::hasLoadBalancerArns)
                        .filter(group -> !group.loadBalancerArns().isEmpty())
                        .map(TargetGroup::targetGroupArn)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public Set<String> instanceIds(String targetGroup) {
        return targetGroups.all(targetGroup).stream()
                .filter(target -> target.attachment() != Attachment.OUT)
                .map(Target::instanceId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
