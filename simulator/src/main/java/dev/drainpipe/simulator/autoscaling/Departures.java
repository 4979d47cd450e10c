package dev.drainpipe.simulator.autoscaling;

import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/**
 * How an instance leaves: out of the load balancers attached to the group first, then the termination hooks, then the
 * end (EC2 Auto Scaling User Guide, 'How lifecycle hooks work in Auto Scaling groups').
 *
 * <p>The hooks are called for an instance that is gone already, too.
 */
final class Departures {
    private final Outside outside;
    private final Attachments attachments;
    private final Activities activities;
    private final Consumer<Group> changed;

    /**
     * The departures of all groups.
     *
     * @param changed told when a group lost an instance
     */
    Departures(Outside outside, Attachments attachments, Activities activities, Consumer<Group> changed) {
        this.outside = outside;
        this.attachments = attachments;
        this.activities = activities;
        this.changed = changed;
    }

    /** One instance on its way out. */
    private record Leaving(Member member, Route route, ScalingActivity activity) {}

    /** Begins to end an instance; it only starts the way out. */
    Activity terminate(Member member, String cause) {
        return begin(member, Route.TERMINATION, MemberState.TERMINATING, cause);
    }

    /** Begins to take an instance back into the warm pool of its group. */
    Activity reuse(Member member, String cause) {
        return begin(member, Route.TO_WARM_POOL, MemberState.WARMED_PENDING, cause);
    }

    /** Ends an instance that was retained after its hook was abandoned; the hooks are not asked again. */
    Activity endRetained(Member member, String cause) {
        ScalingActivity activity = activities.begin(member, "Terminating EC2 instance: ", cause);
        proceed(new Leaving(member, Route.TERMINATION, activity));
        return activity.description();
    }

    /** Ends an instance now, without hooks and without waiting for load balancers. */
    void force(Member member) {
        member.held().ifPresent(HookWait::cancel);
        attachments.deregister(member);
        end(member);
    }

    private Activity begin(Member member, Route route, MemberState first, String cause) {
        member.held().ifPresent(HookWait::cancel);
        ScalingActivity activity = activities.begin(member, "Terminating EC2 instance: ", cause);
        outside.enter(member, first);
        attachments.deregister(member);
        waitForLoadBalancers(new Leaving(member, route, activity), first);
        return activity.description();
    }

    private void waitForLoadBalancers(Leaving leaving, MemberState state) {
        if (!leaving.member().group().has(leaving.member(), state)) {
            return;
        }
        attachments
                .waitingFor(leaving.member())
                .ifPresentOrElse(
                        status -> {
                            leaving.activity().at(status, 30);
                            outside.after(outside.timings().look(), () -> waitForLoadBalancers(leaving, state));
                        },
                        () -> waitForHooks(leaving));
    }

    private void waitForHooks(Leaving leaving) {
        Member member = leaving.member();
        if (member.group().hooks(Transition.TERMINATING).isEmpty()) {
            proceed(leaving);
            return;
        }
        outside.enter(member, leaving.route().held());
        leaving.activity().at(ScalingActivityStatusCode.MID_LIFECYCLE_ACTION, 60);
        new HookWait(outside, member, leaving.route().move(), result -> afterHooks(leaving, result)).begin();
    }

    private void afterHooks(Leaving leaving, ActionResult result) {
        Member member = leaving.member();
        boolean abandoned = result == ActionResult.ABANDON;
        if (abandoned && member.group().retainsAbandoned()) {
            leaving.activity()
                    .end(ScalingActivityStatusCode.CANCELLED, outside.world().now());
            outside.enter(member, MemberState.TERMINATING_RETAINED);
        } else {
            proceed(abandoned ? new Leaving(member, Route.TERMINATION, leaving.activity()) : leaving);
        }
    }

    private void proceed(Leaving leaving) {
        Member member = leaving.member();
        MemberState state = leaving.route().proceed();
        leaving.activity().at(ScalingActivityStatusCode.IN_PROGRESS, 90);
        outside.enter(member, state);
        outside.after(outside.timings().shutDown(), () -> {
            if (!member.group().has(member, state)) {
                return;
            }
            if (state == MemberState.TERMINATING_PROCEED) {
                end(member);
            } else {
                outside.enter(member, MemberState.WARMED_RUNNING);
            }
            leaving.activity()
                    .end(ScalingActivityStatusCode.SUCCESSFUL, outside.world().now());
            changed.accept(member.group());
        });
    }

    private void end(Member member) {
        outside.enter(member, MemberState.TERMINATED);
        member.group().remove(member);
        outside.world().ec2().terminate(member.id());
    }
}
