package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.InstanceReusePolicy;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.WarmPoolConfiguration;
import software.amazon.awssdk.services.autoscaling.model.WarmPoolState;

/**
 * EC2 Auto Scaling (API version 2011-01-01): groups that keep their size, and hooks that hold instances.
 *
 * <p>Differs from AWS: no scaling policies, schedules, instance refresh, maximum lifetime, Spot capacity, rebalancing
 * of zones or cooldown; a warm pool holds only instances that a scale-in returned, always running; launch templates are
 * taken but say nothing (see {@link LaunchSettings} for what does); a deleted group is gone at once.
 */
public final class AutoScaling implements AwsService {
    private final World world;
    private final Groups groups = new Groups();
    private final Scaling scaling;
    private final HookOperations hooks;
    private final GroupOperations sizes;
    private final Messages messages;
    private final Operations operations = new Operations();

    /** With AWS's documented behaviour and the usual choices where there is none. */
    public AutoScaling(
            World world,
            Function<String, Registrar> loadBalancers,
            Notifications notifications,
            AutoScalingTimings timings) {
        this(world, loadBalancers, notifications, new AutoScalingOptions(timings, AutoScalingBehaviour.defaults()));
    }

    /**
     * A service without groups.
     *
     * @param loadBalancers Classic load balancers by name and target groups by ARN; throws an
     *     {@link dev.drainpipe.simulator.wire.AwsError} for one that does not exist
     */
    public AutoScaling(
            World world,
            Function<String, Registrar> loadBalancers,
            Notifications notifications,
            AutoScalingOptions options) {
        this.world = world;
        this.messages = new Messages(world, notifications);
        Outside outside = new Outside(world, options, messages);
        Attachments attachments = new Attachments(loadBalancers);
        Activities activities = new Activities(world);
        LaunchSettings settings = new LaunchSettings();
        this.scaling = new Scaling(outside, attachments, activities, settings);
        this.hooks = new HookOperations(groups, messages);
        scaling.health().listen(groups::member);
        hooks.addTo(operations);
        new ActionOperations(groups, outside).addTo(operations);
        this.sizes =
                new GroupOperations(world, groups, scaling, new GroupOperations.Parts(settings, hooks, attachments));
        sizes.addTo(operations);
        new GroupQueries(groups, activities).addTo(operations);
        new InstanceOperations(groups, scaling).addTo(operations);
        new MembershipOperations(outside, groups, scaling, new MembershipOperations.Log(attachments, activities))
                .addTo(operations);
        new AttachmentOperations(groups, attachments).addTo(operations);
        new TagOperations(groups).addTo(operations);
        new LaunchConfigurationOperations(world, settings).addTo(operations);
        new WarmPoolOperations(groups).addTo(operations);
    }

    @Override
    public ServiceId id() {
        return ServiceId.AUTO_SCALING;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Makes a group without an API call; it soon begins to launch. */
    public void create(GroupSpec spec) {
        AutoScalingGroup.Builder settings = GroupOperations.fresh(world, spec.name())
                .minSize(spec.size().min())
                .maxSize(spec.size().max())
                .availabilityZones(spec.zones().stream().map(this::zone).toList())
                .loadBalancerNames(spec.loadBalancerNames())
                .targetGroupARNs(spec.targetGroupArns());
        if (spec.reuseOnScaleIn()) {
            settings.warmPoolConfiguration(WarmPoolConfiguration.builder()
                    .poolState(WarmPoolState.RUNNING)
                    .instanceReusePolicy(
                            InstanceReusePolicy.builder().reuseOnScaleIn(true).build())
                    .build());
        }
        Group group = new Group(settings.desiredCapacity(0).build(), Optional.of(spec.launch()));
        groups.add(group);
        scaling.desire(group, spec.size().desired());
    }

    /** Puts a lifecycle hook as the API does, test notification included. */
    public void putLifecycleHook(PutLifecycleHookRequest request) {
        hooks.put(request);
    }

    /** Sets how many instances a group should have, as SetDesiredCapacity does. */
    public void setDesiredCapacity(String group, int desired) {
        sizes.setDesired(SetDesiredCapacityRequest.builder()
                .autoScalingGroupName(group)
                .desiredCapacity(desired)
                .build());
    }

    /** The instances of a group as DescribeAutoScalingGroups shows them; empty for an unknown group. */
    public List<Instance> instances(String group) {
        return groups.find(group).map(g -> g.description().instances()).orElse(List.of());
    }

    /** What a group is set to, with its tags and without its instances. */
    public Optional<AutoScalingGroup> group(String name) {
        return groups.find(name).map(AutoScaling::tagged);
    }

    /** The same of the group that an instance belongs to. */
    public Optional<AutoScalingGroup> groupOf(String instanceId) {
        return groups.member(instanceId).map(member -> tagged(member.group()));
    }

    /**
     * Replaces an instance that got a Spot notice, hooks included (EC2 Auto Scaling User Guide, "Considerations and
     * limitations for lifecycle hooks"); nothing if no group has it, or it is on its way out.
     */
    public void interrupted(String instanceId) {
        groups.member(instanceId).filter(member -> !member.state().leaving()).ifPresent(member -> {
            scaling.departures().terminate(member, "in response to an EC2 instance's Spot interruption notice");
            scaling.changed(member.group());
        });
    }

    /** Adds somebody who gets the events for EventBridge. */
    public void events(LifecycleEvents listener) {
        messages.events(listener);
    }

    private static AutoScalingGroup tagged(Group group) {
        return group.settings().toBuilder().tags(group.tags().values()).build();
    }

    private String zone(String name) {
        return name.length() == 1 ? world.account().region() + name : name;
    }
}
