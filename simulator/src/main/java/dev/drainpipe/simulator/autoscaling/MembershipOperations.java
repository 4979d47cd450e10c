package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.world.Ec2Instance;
import java.util.List;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AttachInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.DetachInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyResponse;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyResponse;

/**
 * Taking running instances into a group or out of it without ending them; no hook is called (EC2 Auto Scaling User
 * Guide, 'How lifecycle hooks work in Auto Scaling groups').
 *
 * <p>Standby and detachment take effect at once; the load balancers drain the instance meanwhile.
 */
final class MembershipOperations {
    private static final String USER_REQUEST = "in response to a user request";

    private final Outside outside;
    private final Groups groups;
    private final Scaling scaling;
    private final Log log;

    /** Where comings and goings are noted. */
    record Log(Attachments attachments, Activities activities) {}

    MembershipOperations(Outside outside, Groups groups, Scaling scaling, Log log) {
        this.outside = outside;
        this.groups = groups;
        this.scaling = scaling;
        this.log = log;
    }

    void addTo(Operations operations) {
        operations
                .on(EnterStandbyRequest.class, this::enterStandby)
                .on(ExitStandbyRequest.class, this::exitStandby)
                .on(AttachInstancesRequest.class, this::attach)
                .on(DetachInstancesRequest.class, this::detach);
    }

    private EnterStandbyResponse enterStandby(EnterStandbyRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        boolean decrement =
                Validation.required(request.shouldDecrementDesiredCapacity(), "shouldDecrementDesiredCapacity");
        return EnterStandbyResponse.builder()
                .activities(takeOut(group, request.instanceIds(), decrement, this::toStandby))
                .build();
    }

    private DetachInstancesResponse detach(DetachInstancesRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        boolean decrement =
                Validation.required(request.shouldDecrementDesiredCapacity(), "shouldDecrementDesiredCapacity");
        return DetachInstancesResponse.builder()
                .activities(takeOut(group, request.instanceIds(), decrement, this::away))
                .build();
    }

    private List<Activity> takeOut(
            Group group, List<String> ids, boolean decrement, BiFunction<Group, Member, Activity> how) {
        List<Member> members = in(group, ids, MemberState.IN_SERVICE);
        if (decrement && group.desired() - members.size() < group.settings().minSize()) {
            throw Validation.error("AutoScalingGroup " + group.name() + " has min-size="
                    + group.settings().minSize() + ", max-size="
                    + group.settings().maxSize() + ", and desired-size="
                    + group.desired() + ". To take " + members.size()
                    + " instance(s) out and decrement the desired size, please update the AutoScalingGroup sizes"
                    + " appropriately.");
        }
        List<Activity> done = members.stream().map(m -> how.apply(group, m)).toList();
        if (decrement) {
            scaling.desire(group, group.desired() - members.size());
        } else {
            scaling.changed(group);
        }
        return done;
    }

    private Activity toStandby(Group group, Member member) {
        outside.enter(member, MemberState.ENTERING_STANDBY);
        log.attachments().deregister(member);
        outside.enter(member, MemberState.STANDBY);
        return log.activities().note(member, "Moving EC2 instance to Standby: ", USER_REQUEST);
    }

    private Activity away(Group group, Member member) {
        outside.enter(member, MemberState.DETACHING);
        log.attachments().deregister(member);
        outside.enter(member, MemberState.DETACHED);
        group.remove(member);
        return log.activities().note(member, "Detaching EC2 instance: ", USER_REQUEST);
    }

    private ExitStandbyResponse exitStandby(ExitStandbyRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<Member> members = in(group, request.instanceIds(), MemberState.STANDBY);
        checkRoom(group, members.size());
        members.forEach(this::serve);
        scaling.desire(group, group.desired() + members.size());
        return ExitStandbyResponse.builder()
                .activities(members.stream()
                        .map(m -> log.activities().note(m, "Moving EC2 instance out of Standby: ", USER_REQUEST))
                        .toList())
                .build();
    }

    /** Takes running instances of no group in; the desired capacity grows with them. */
    private AttachInstancesResponse attach(AttachInstancesRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<Ec2Instance> instances = Validation.requiredList(request.instanceIds(), "instanceIds").stream()
                .map(this::free)
                .toList();
        checkRoom(group, instances.size());
        for (Ec2Instance instance : instances) {
            Member member = new Member(group, instance);
            group.add(member);
            serve(member);
            log.activities().note(member, "Attaching an existing EC2 instance: ", USER_REQUEST);
        }
        scaling.desire(group, group.desired() + instances.size());
        return AttachInstancesResponse.builder().build();
    }

    private void serve(Member member) {
        outside.enter(member, MemberState.PENDING);
        log.attachments().register(member);
        outside.enter(member, MemberState.IN_SERVICE);
    }

    private Ec2Instance free(String id) {
        if (groups.member(id).isPresent()) {
            throw Validation.error("Instance " + id + " is already part of an AutoScalingGroup.");
        }
        return outside.world()
                .ec2()
                .find(id)
                .orElseThrow(() -> Validation.error("Invalid Instance ID(s): [" + id + "] specified"));
    }

    private static List<Member> in(Group group, List<String> ids, MemberState state) {
        List<Member> members = Groups.existingMembers(group, Validation.requiredList(ids, "instanceIds"));
        members.stream().filter(m -> m.state() != state).findFirst().ifPresent(m -> {
            throw Validation.error("The instance " + m.id() + " is not in " + state.word() + ".");
        });
        return members;
    }

    private static void checkRoom(Group group, int more) {
        if (group.desired() + more > group.settings().maxSize()) {
            throw Validation.error("AutoScalingGroup " + group.name() + " has max-size="
                    + group.settings().maxSize() + " and desired-size=" + group.desired() + ": no room for " + more
                    + " more.");
        }
    }
}
