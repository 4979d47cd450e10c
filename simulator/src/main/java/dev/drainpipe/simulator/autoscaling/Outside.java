package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;

/**
 * What lies outside Auto Scaling, and how it is told what happens inside.
 *
 * @param messages whom hooks tell
 */
record Outside(World world, AutoScalingOptions options, Messages messages) {
    AutoScalingTimings timings() {
        return options.timings();
    }

    /** Runs an event after this much virtual time. */
    void after(Duration delay, Runnable event) {
        world.timeline().after(delay, event);
    }

    /** Puts an instance into a state, and tells. */
    void enter(Member member, MemberState state) {
        member.state(state);
        world.tell(new WorldEvent.LifecycleState(world.now(), member.group().name(), member.id(), state.word()));
    }
}
