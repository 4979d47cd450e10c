package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.traffic.Target;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.world.Ec2;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/**
 * The targets of target groups: putting in, taking out, and asking how they are.
 *
 * <p>Facts from the Elastic Load Balancing API reference, version 2015-12-01, RegisterTargets, DeregisterTargets,
 * DescribeTargetHealth.
 */
final class TargetOperations {
    private static final Pattern INSTANCE_ID = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");

    private final Ec2 ec2;
    private final TargetGroups groups;

    TargetOperations(Ec2 ec2, TargetGroups groups) {
        this.ec2 = ec2;
        this.groups = groups;
    }

    void addTo(Operations operations) {
        operations
                .on(RegisterTargetsRequest.class, this::register)
                .on(DeregisterTargetsRequest.class, this::deregister)
                .on(DescribeTargetHealthRequest.class, this::health);
    }

    /** Puts targets in; an instance must run (Elastic Load Balancing API, RegisterTargets). */
    private RegisterTargetsResponse register(RegisterTargetsRequest request) {
        SimulatedTargetGroup group = groups.existing(request.targetGroupArn());
        List<Target> targets = targets(group, Validation.requiredList(request.targets(), "targets"));
        targets.stream()
                .filter(t -> ec2.find(t.instanceId()).isEmpty())
                .findFirst()
                .ifPresent(t -> {
                    throw AwsError.sender(
                            "InvalidTarget",
                            "The following targets are not in a running state and cannot be registered: '"
                                    + t.instanceId() + "'");
                });
        targets.forEach(group.pool()::register);
        return RegisterTargetsResponse.builder().build();
    }

    /** Takes targets out; a target that is not in is no error (Elastic Load Balancing API, DeregisterTargets). */
    private DeregisterTargetsResponse deregister(DeregisterTargetsRequest request) {
        SimulatedTargetGroup group = groups.existing(request.targetGroupArn());
        targets(group, Validation.requiredList(request.targets(), "targets")).forEach(group.pool()::deregister);
        return DeregisterTargetsResponse.builder().build();
    }

    private DescribeTargetHealthResponse health(DescribeTargetHealthRequest request) {
        SimulatedTargetGroup group = groups.existing(request.targetGroupArn());
        List<Target> targets = !request.targets().isEmpty()
                ? targets(group, request.targets())
                : group.pool().registrations().stream()
                        .map(Registration::target)
                        .toList();
        return DescribeTargetHealthResponse.builder()
                .targetHealthDescriptions(
                        targets.stream().map(t -> describe(group, t)).toList())
                .build();
    }

    private static TargetHealthDescription describe(SimulatedTargetGroup group, Target target) {
        Optional<TargetState> state = group.pool().find(target).map(Registration::state);
        return TargetHealthDescription.builder()
                .target(t -> t.id(target.instanceId()).port(target.port()))
                .healthCheckPort(Integer.toString(target.port()))
                .targetHealth(TargetHealthWords.of(state, group.pool().inUse()).health())
                .build();
    }

    /** The targets meant; without a port it is the group's own. */
    private static List<Target> targets(SimulatedTargetGroup group, List<TargetDescription> descriptions) {
        return descriptions.stream()
                .map(d -> new Target(id(d), d.port() == null ? group.port() : d.port()))
                .toList();
    }

    private static String id(TargetDescription description) {
        String id = Validation.required(description.id(), "targets.member.id");
        if (!INSTANCE_ID.matcher(id).matches()) {
            throw AwsError.sender("InvalidTarget", "Instance ID '" + id + "' is not valid");
        }
        return id;
    }
}
