package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceHealthRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceHealthResponse;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionResponse;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupResponse;

/**
 * What can be done with single instances of a group: end them, protect them, say how they are.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, TerminateInstanceInAutoScalingGroup, SetInstanceProtection,
 * SetInstanceHealth.
 */
final class InstanceOperations {
    private static final String USER_REQUEST = "in response to a user request";

    private final Groups groups;
    private final Scaling scaling;

    InstanceOperations(Groups groups, Scaling scaling) {
        this.groups = groups;
        this.scaling = scaling;
    }

    void addTo(Operations operations) {
        operations
                .on(TerminateInstanceInAutoScalingGroupRequest.class, this::terminate)
                .on(SetInstanceProtectionRequest.class, this::protect)
                .on(SetInstanceHealthRequest.class, this::setHealth);
    }

    /**
     * Begins to end an instance, protected or not; one that is on its way out already is refused with
     * ScalingActivityInProgress, and one that was retained ends without its hooks being asked again.
     */
    private TerminateInstanceInAutoScalingGroupResponse terminate(TerminateInstanceInAutoScalingGroupRequest request) {
        Member member = groups.existingMember(request.instanceId());
        boolean decrement =
                Validation.required(request.shouldDecrementDesiredCapacity(), "shouldDecrementDesiredCapacity");
        if (member.state().leaving()) {
            throw AwsError.sender(
                    "ScalingActivityInProgress",
                    "Instance " + member.id() + " is already being terminated: "
                            + member.state().word());
        }
        if (member.state().warm()) {
            throw Validation.error("Instance " + member.id() + " is in a warm pool and cannot be terminated so.");
        }
        return TerminateInstanceInAutoScalingGroupResponse.builder()
                .activity(
                        member.state() == MemberState.TERMINATING_RETAINED
                                ? scaling.departures().endRetained(member, USER_REQUEST)
                                : terminate(member, decrement))
                .build();
    }

    private Activity terminate(Member member, boolean decrement) {
        Group group = member.group();
        boolean counted = member.state().counted();
        if (decrement && counted && group.desired() <= group.settings().minSize()) {
            throw Validation.error("Currently, desiredSize equals minSize (" + group.desired()
                    + "). Terminating instance without replacement will violate group's min size constraint. Either"
                    + " set shouldDecrementDesiredCapacity flag to false or lower group's min size.");
        }
        Activity activity = scaling.departures().terminate(member, USER_REQUEST);
        if (decrement && counted) {
            scaling.desire(group, group.desired() - 1);
        } else {
            scaling.changed(group);
        }
        return activity;
    }

    private SetInstanceProtectionResponse protect(SetInstanceProtectionRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<String> ids = Validation.requiredList(request.instanceIds(), "instanceIds");
        boolean wanted = Validation.required(request.protectedFromScaleIn(), "protectedFromScaleIn");
        if (ids.size() > 50) {
            throw Validation.error("The number of instance ids that may be passed in is limited to 50");
        }
        List<Member> members = Groups.existingMembers(group, ids);
        members.stream().filter(m -> m.state().warm()).findFirst().ifPresent(m -> {
            throw Validation.error("Instance " + m.id() + " is in a warm pool and cannot be protected.");
        });
        members.forEach(m -> m.protect(wanted));
        if (!wanted) {
            scaling.changed(group);
        }
        return SetInstanceProtectionResponse.builder().build();
    }

    /** Healthy or Unhealthy; an unhealthy instance is replaced at the next health check. */
    private SetInstanceHealthResponse setHealth(SetInstanceHealthRequest request) {
        Member member = groups.existingMember(request.instanceId());
        String status = Validation.oneOf(request.healthStatus(), List.of("Healthy", "Unhealthy"), "healthStatus");
        if (status.equals("Unhealthy")) {
            scaling.health().unhealthy(member, "in response to a user health-check");
        } else {
            member.healthy(true);
        }
        return SetInstanceHealthResponse.builder().build();
    }
}
