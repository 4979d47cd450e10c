package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.autoscaling.GroupSpec.Launch;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.Ec2Instance;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/**
 * How an instance comes into service: Pending, the launch hooks, the load balancers attached to the group, InService
 * (EC2 Auto Scaling User Guide, 'Amazon EC2 Auto Scaling instance lifecycle').
 */
final class Arrivals {
    private final Outside outside;
    private final Attachments attachments;
    private final Activities activities;
    private final Function<Group, Launch> launches;
    private final Next next;
    private final Dice dice;

    /**
     * What happens to those that have arrived.
     *
     * @param inService they take part now
     * @param abandoned a launch hook gave them up
     */
    record Next(Consumer<Member> inService, Consumer<Member> abandoned) {}

    /** What the group's instances are, and where it is noted that one was launched. */
    record Launching(LaunchSettings settings, Activities activities) {}

    Arrivals(Outside outside, Attachments attachments, Launching launching, Next next) {
        this.outside = outside;
        this.attachments = attachments;
        this.activities = launching.activities();
        this.launches = launching.settings()::of;
        this.next = next;
        this.dice = outside.world().dice().of("instances");
    }

    /** Brings one more instance into the group: from its warm pool if one is ready there, else a new one. */
    void begin(Group group) {
        Optional<Member> warm =
                group.members(s -> s == MemberState.WARMED_RUNNING).stream().findFirst();
        Member member = warm.orElseGet(() -> launch(group));
        outside.enter(member, MemberState.PENDING);
        ScalingActivity activity = activities.begin(
                member,
                "Launching a new EC2 instance: ",
                "in response to a difference between desired and actual capacity");
        activity.at(ScalingActivityStatusCode.PRE_IN_SERVICE, 30);
        if (warm.isPresent()) {
            hold(member, activity, Move.OUT_OF_POOL);
        } else {
            boot(member, activity);
        }
    }

    private Member launch(Group group) {
        Launch launch = launches.apply(group);
        Member member = new Member(
                group,
                new Ec2Instance(
                        "i-" + dice.hex(17),
                        emptiestZone(group),
                        launch.cluster(),
                        launch.taskSlots(),
                        outside.world().now()));
        group.add(member);
        return member;
    }

    private void boot(Member member, ScalingActivity activity) {
        Launch launch = launches.apply(member.group());
        outside.after(launch.boot().orElse(outside.timings().boot()), () -> {
            if (member.group().has(member, MemberState.PENDING)) {
                outside.world().ec2().run(member.instance());
                hold(member, activity, Move.LAUNCH);
            }
        });
    }

    private void hold(Member member, ScalingActivity activity, Move move) {
        if (member.group().hooks(Transition.LAUNCHING).isEmpty()) {
            inService(member, activity);
            return;
        }
        outside.enter(member, MemberState.PENDING_WAIT);
        activity.at(ScalingActivityStatusCode.MID_LIFECYCLE_ACTION, 60);
        new HookWait(outside, member, move, result -> {
                    if (result == ActionResult.ABANDON) {
                        activity.end(
                                ScalingActivityStatusCode.CANCELLED,
                                outside.world().now());
                        next.abandoned().accept(member);
                    } else {
                        outside.enter(member, MemberState.PENDING_PROCEED);
                        inService(member, activity);
                    }
                })
                .begin();
    }

    private void inService(Member member, ScalingActivity activity) {
        outside.enter(member, MemberState.IN_SERVICE);
        attachments.register(member);
        activity.end(ScalingActivityStatusCode.SUCCESSFUL, outside.world().now());
        next.inService().accept(member);
    }

    private static String emptiestZone(Group group) {
        return group.settings().availabilityZones().stream()
                .min(Comparator.comparingLong(zone -> group.members(MemberState::counted).stream()
                        .filter(m -> m.instance().zone().equals(zone))
                        .count()))
                .orElseThrow();
    }
}
