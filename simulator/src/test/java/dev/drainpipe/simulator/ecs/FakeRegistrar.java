package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A load balancer whose targets become healthy and drain after fixed times. */
final class FakeRegistrar implements Registrar {
    final List<String> calls = new ArrayList<>();
    Duration healthyAfter = Duration.ofSeconds(10);
    Duration draining = Duration.ofMinutes(1);
    private final World world;
    private final String name;
    private final Map<Target, Instant> registeredAt = new HashMap<>();
    private final Map<Target, Instant> drainedAt = new HashMap<>();

    FakeRegistrar(World world, String name) {
        this.world = world;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void register(String instanceId, int port) {
        Target target = new Target(instanceId, port);
        calls.add("register " + target);
        registeredAt.put(target, world.now());
        drainedAt.remove(target);
    }

    @Override
    public void deregister(String instanceId, int port) {
        Target target = new Target(instanceId, port);
        calls.add("deregister " + target);
        if (registeredAt.remove(target) != null) {
            drainedAt.put(target, world.now().plus(draining));
        }
    }

    @Override
    public boolean registered(String instanceId, int port) {
        return registeredAt.containsKey(new Target(instanceId, port));
    }

    @Override
    public boolean healthy(String instanceId, int port) {
        Instant since = registeredAt.get(new Target(instanceId, port));
        return since != null && !world.now().isBefore(since.plus(healthyAfter));
    }

    @Override
    public boolean out(String instanceId, int port) {
        Instant drained = drainedAt.get(new Target(instanceId, port));
        return !registered(instanceId, port) && (drained == null || !world.now().isBefore(drained));
    }

    private record Target(String instanceId, int port) {
        @Override
        public String toString() {
            return instanceId + ":" + port;
        }
    }
}
