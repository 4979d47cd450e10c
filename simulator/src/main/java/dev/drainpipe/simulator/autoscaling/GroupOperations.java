package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupResponse;
import software.amazon.awssdk.services.autoscaling.model.DeleteAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteAutoScalingGroupResponse;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityResponse;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/**
 * Making, changing, sizing and deleting groups.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, CreateAutoScalingGroup, UpdateAutoScalingGroup,
 * SetDesiredCapacity, DeleteAutoScalingGroup.
 */
final class GroupOperations {
    private final World world;
    private final Groups groups;
    private final Scaling scaling;
    private final Parts parts;

    /** What a group is made of besides its instances. */
    record Parts(LaunchSettings launchSettings, HookOperations hooks, Attachments attachments) {}

    GroupOperations(World world, Groups groups, Scaling scaling, Parts parts) {
        this.world = world;
        this.groups = groups;
        this.scaling = scaling;
        this.parts = parts;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateAutoScalingGroupRequest.class, this::create)
                .on(UpdateAutoScalingGroupRequest.class, this::update)
                .on(SetDesiredCapacityRequest.class, this::setDesired)
                .on(DeleteAutoScalingGroupRequest.class, this::delete);
    }

    /** The settings that a group has when nothing is said. */
    static AutoScalingGroup.Builder fresh(World world, String name) {
        String id = world.dice().of("group " + name).uuid().toString();
        return AutoScalingGroup.builder()
                .autoScalingGroupName(name)
                .autoScalingGroupARN(
                        world.account().arn("autoscaling", "autoScalingGroup:" + id + ":autoScalingGroupName/" + name))
                .createdTime(world.now())
                .defaultCooldown(300)
                .healthCheckType("EC2")
                .healthCheckGracePeriod(0)
                .terminationPolicies("Default")
                .newInstancesProtectedFromScaleIn(false);
    }

    private CreateAutoScalingGroupResponse create(CreateAutoScalingGroupRequest request) {
        String name = Validation.required(request.autoScalingGroupName(), "autoScalingGroupName");
        if (groups.find(name).isPresent()) {
            throw AwsError.sender(
                    "AlreadyExists",
                    "AutoScalingGroup by this name already exists - A group with the name " + name + " already exists");
        }
        AutoScalingGroup settings = GroupRequests.settings(fresh(world, name), request, world.account());
        checkParts(settings);
        Group group = new Group(settings.toBuilder().desiredCapacity(0).build(), Optional.empty());
        request.tags().forEach(t -> group.tags().put(t.key(), TagOperations.description(name, t)));
        groups.add(group);
        request.lifecycleHookSpecificationList().forEach(h -> parts.hooks().put(group, h));
        scaling.desire(group, settings.desiredCapacity());
        return CreateAutoScalingGroupResponse.builder().build();
    }

    private void checkParts(AutoScalingGroup settings) {
        String configuration = settings.launchConfigurationName();
        if (configuration != null && !parts.launchSettings().configurations().containsKey(configuration)) {
            throw Validation.error("Launch configuration name not found - " + configuration);
        }
        Stream.concat(settings.loadBalancerNames().stream(), settings.targetGroupARNs().stream())
                .forEach(parts.attachments()::checkExists);
    }

    private UpdateAutoScalingGroupResponse update(UpdateAutoScalingGroupRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        AutoScalingGroup changed = GroupRequests.changed(group.settings(), request, world.account());
        checkParts(changed);
        int before = group.desired();
        group.change(s -> changed.toBuilder().desiredCapacity(before));
        if (changed.desiredCapacity() != before) {
            scaling.desire(group, changed.desiredCapacity());
        }
        return UpdateAutoScalingGroupResponse.builder().build();
    }

    /** Sets the desired capacity within the bounds of the group; it follows soon. */
    SetDesiredCapacityResponse setDesired(SetDesiredCapacityRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        int wanted = Validation.required(request.desiredCapacity(), "desiredCapacity");
        if (wanted < group.settings().minSize()) {
            throw outOfBounds(wanted, "below min value " + group.settings().minSize());
        }
        if (wanted > group.settings().maxSize()) {
            throw outOfBounds(wanted, "above max value " + group.settings().maxSize());
        }
        scaling.desire(group, wanted);
        return SetDesiredCapacityResponse.builder().build();
    }

    private static AwsError outOfBounds(int wanted, String bound) {
        return Validation.error(
                "New SetDesiredCapacity value " + wanted + " is " + bound + " for the AutoScalingGroup.");
    }

    /** Deletes an empty group; with ForceDelete also its instances, without hooks (DeleteAutoScalingGroup). */
    private DeleteAutoScalingGroupResponse delete(DeleteAutoScalingGroupRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        List<Member> members = group.members();
        if (!Boolean.TRUE.equals(request.forceDelete()) && !members.isEmpty()) {
            if (members.stream().allMatch(m -> m.state().leaving())) {
                throw AwsError.sender(
                        "ScalingActivityInProgress",
                        "You cannot delete an AutoScalingGroup while there are scaling activities in progress for"
                                + " that group.");
            }
            throw AwsError.sender(
                    "ResourceInUse",
                    "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance"
                            + " request(s) still in the group.");
        }
        group.change(s -> s.minSize(0).desiredCapacity(0));
        groups.remove(group);
        members.forEach(scaling.departures()::force);
        return DeleteAutoScalingGroupResponse.builder().build();
    }
}
