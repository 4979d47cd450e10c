package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * Making, deleting and listing target groups.
 *
 * <p>Facts from the Elastic Load Balancing API reference, version 2015-12-01, CreateTargetGroup, DeleteTargetGroup,
 * DescribeTargetGroups.
 */
final class TargetGroupOperations {
    private final TargetGroups groups;
    private final Frontends frontends;

    TargetGroupOperations(TargetGroups groups, Frontends frontends) {
        this.groups = groups;
        this.frontends = frontends;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateTargetGroupRequest.class, this::create)
                .on(DeleteTargetGroupRequest.class, this::delete)
                .on(DescribeTargetGroupsRequest.class, this::describe);
    }

    private CreateTargetGroupResponse create(CreateTargetGroupRequest request) {
        String name = Validation.required(request.name(), "name");
        int port = Validation.between(Validation.required(request.port(), "port"), 1, 65535, "port")
                .orElseThrow();
        if (request.targetType() != null && request.targetType() != TargetTypeEnum.INSTANCE) {
            throw Validation.notSimulated("the target type '" + request.targetTypeAsString() + "'");
        }
        if (groups.all().stream().anyMatch(g -> g.name().equals(name))) {
            throw AwsError.sender(
                    "DuplicateTargetGroupName",
                    "A target group with the same name '" + name + "' exists, but with different settings");
        }
        SimulatedTargetGroup made =
                groups.create(new TargetGroupSpec(name, port, Duration.ofMinutes(5), checks(request)));
        return CreateTargetGroupResponse.builder().targetGroups(shown(made)).build();
    }

    private static HealthCheckSettings checks(CreateTargetGroupRequest request) {
        HealthCheckSettings usual = HealthCheckSettings.targetGroup();
        return new HealthCheckSettings(
                Validation.between(request.healthCheckIntervalSeconds(), 5, 300, "healthCheckIntervalSeconds")
                        .map(Duration::ofSeconds)
                        .orElse(usual.interval()),
                Validation.between(request.healthyThresholdCount(), 2, 10, "healthyThresholdCount")
                        .orElse(usual.healthyThreshold()),
                Validation.between(request.unhealthyThresholdCount(), 2, 10, "unhealthyThresholdCount")
                        .orElse(usual.unhealthyThreshold()));
    }

    /** Deletes a group; nothing if it is gone. */
    private DeleteTargetGroupResponse delete(DeleteTargetGroupRequest request) {
        String arn = Validation.required(request.targetGroupArn(), "targetGroupArn");
        if (!frontends.using(arn).isEmpty()) {
            throw AwsError.sender(
                    "ResourceInUse", "Target group '" + arn + "' is currently in use by a listener or a rule");
        }
        groups.remove(arn);
        return DeleteTargetGroupResponse.builder().build();
    }

    private DescribeTargetGroupsResponse describe(DescribeTargetGroupsRequest request) {
        int size = Validation.between(request.pageSize(), 1, 400, "pageSize").orElse(400);
        Page<SimulatedTargetGroup> page = Page.of(
                        chosen(request), SimulatedTargetGroup::arn, new Page.Wanted(size, request.marker()))
                .orElseThrow(() -> Validation.error("Invalid marker"));
        return DescribeTargetGroupsResponse.builder()
                .targetGroups(page.items().stream().map(this::shown).toList())
                .nextMarker(page.next().orElse(null))
                .build();
    }

    private List<SimulatedTargetGroup> chosen(DescribeTargetGroupsRequest request) {
        if (!request.targetGroupArns().isEmpty()) {
            return named(request.targetGroupArns(), SimulatedTargetGroup::arn);
        }
        if (!request.names().isEmpty()) {
            return named(request.names(), SimulatedTargetGroup::name);
        }
        Optional<String> loadBalancer = Optional.ofNullable(request.loadBalancerArn());
        return groups.all().stream()
                .filter(g -> loadBalancer
                        .filter(lb -> !frontends.using(g.arn()).contains(lb))
                        .isEmpty())
                .toList();
    }

    private List<SimulatedTargetGroup> named(List<String> wanted, Function<SimulatedTargetGroup, String> by) {
        return wanted.stream()
                .map(name -> groups.all().stream()
                        .filter(g -> by.apply(g).equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> AwsError.sender("TargetGroupNotFound", "One or more target groups not found")))
                .toList();
    }

    private TargetGroup shown(SimulatedTargetGroup group) {
        return group.description(frontends.using(group.arn()));
    }
}
