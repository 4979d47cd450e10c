package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.Operations;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancerTargetGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancerTargetGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancersResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancerTargetGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancerTargetGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancerTargetGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancerTargetGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancersResponse;
import software.amazon.awssdk.services.autoscaling.model.LoadBalancerState;
import software.amazon.awssdk.services.autoscaling.model.LoadBalancerTargetGroupState;

/**
 * Attaching load balancers and target groups to groups, and detaching them; at most 10 in one call.
 *
 * <p>Facts from the EC2 Auto Scaling User Guide, "Quotas for Auto Scaling resources and groups".
 */
final class AttachmentOperations {
    private final Groups groups;
    private final Attachments attachments;

    AttachmentOperations(Groups groups, Attachments attachments) {
        this.groups = groups;
        this.attachments = attachments;
    }

    void addTo(Operations operations) {
        operations
                .on(AttachLoadBalancersRequest.class, this::attachClassic)
                .on(DetachLoadBalancersRequest.class, this::detachClassic)
                .on(DescribeLoadBalancersRequest.class, this::describeClassic)
                .on(AttachLoadBalancerTargetGroupsRequest.class, this::attachGroups)
                .on(DetachLoadBalancerTargetGroupsRequest.class, this::detachGroups)
                .on(DescribeLoadBalancerTargetGroupsRequest.class, this::describeGroups);
    }

    private AttachLoadBalancersResponse attachClassic(AttachLoadBalancersRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<String> names = few(request.loadBalancerNames(), "loadBalancerNames");
        names.forEach(attachments::checkExists);
        group.change(s -> s.loadBalancerNames(with(group.settings().loadBalancerNames(), names)));
        names.forEach(n -> attachments.attached(group, n));
        return AttachLoadBalancersResponse.builder().build();
    }

    private DetachLoadBalancersResponse detachClassic(DetachLoadBalancersRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<String> names = few(request.loadBalancerNames(), "loadBalancerNames");
        group.change(s -> s.loadBalancerNames(without(group.settings().loadBalancerNames(), names)));
        names.forEach(n -> attachments.detached(group, n));
        return DetachLoadBalancersResponse.builder().build();
    }

    private DescribeLoadBalancersResponse describeClassic(DescribeLoadBalancersRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(group.settings().loadBalancerNames().stream()
                        .map(n -> LoadBalancerState.builder()
                                .loadBalancerName(n)
                                .state("InService")
                                .build())
                        .toList())
                .build();
    }

    private AttachLoadBalancerTargetGroupsResponse attachGroups(AttachLoadBalancerTargetGroupsRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<String> arns = few(request.targetGroupARNs(), "targetGroupARNs");
        arns.forEach(attachments::checkExists);
        group.change(s -> s.targetGroupARNs(with(group.settings().targetGroupARNs(), arns)));
        arns.forEach(a -> attachments.attached(group, a));
        return AttachLoadBalancerTargetGroupsResponse.builder().build();
    }

    private DetachLoadBalancerTargetGroupsResponse detachGroups(DetachLoadBalancerTargetGroupsRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<String> arns = few(request.targetGroupARNs(), "targetGroupARNs");
        group.change(s -> s.targetGroupARNs(without(group.settings().targetGroupARNs(), arns)));
        arns.forEach(a -> attachments.detached(group, a));
        return DetachLoadBalancerTargetGroupsResponse.builder().build();
    }

    private DescribeLoadBalancerTargetGroupsResponse describeGroups(DescribeLoadBalancerTargetGroupsRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        return DescribeLoadBalancerTargetGroupsResponse.builder()
                .loadBalancerTargetGroups(group.settings().targetGroupARNs().stream()
                        .map(a -> LoadBalancerTargetGroupState.builder()
                                .loadBalancerTargetGroupARN(a)
                                .state("InService")
                                .build())
                        .toList())
                .build();
    }

    private static List<String> few(List<String> names, String member) {
        List<String> given = Validation.requiredList(names, member);
        if (given.size() > 10) {
            throw Validation.error("1 validation error detected: Value at '" + member
                    + "' failed to satisfy constraint: Member must have length less than or equal to 10");
        }
        return given;
    }

    private static List<String> with(List<String> before, List<String> added) {
        List<String> all = new ArrayList<>(before);
        added.stream().filter(n -> !all.contains(n)).forEach(all::add);
        return all;
    }

    private static List<String> without(List<String> before, List<String> removed) {
        return before.stream().filter(n -> !removed.contains(n)).toList();
    }
}
