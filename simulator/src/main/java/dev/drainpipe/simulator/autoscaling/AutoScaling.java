package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.util.function.Function;

/** EC2 Auto Scaling (API version 2011-01-01): groups that keep their size, and hooks that hold instances. */
public final class AutoScaling implements AwsService {
    private final Operations operations = new Operations();

    public AutoScaling(
            World world,
            Function<String, Registrar> loadBalancers,
            Notifications notifications,
            AutoScalingTimings timings) {}

    @Override
    public ServiceId id() {
        return ServiceId.AUTO_SCALING;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Makes a group without an API call; it begins to launch at once. */
    public void create(GroupSpec spec) {}

    /** Adds somebody who gets the events for EventBridge. */
    public void events(LifecycleEvents listener) {}
}
