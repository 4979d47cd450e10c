package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A world with running instances, of which any port can be made to listen, and what happens in it. */
final class Instances {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String A = "i-0000000000000000a";
    static final String B = "i-0000000000000000b";

    private final World world = new World(START, 1, Account.example());
    private final Set<String> listening = new HashSet<>();
    private final List<WorldEvent> events = new ArrayList<>();

    Instances() {
        world.listen(events::add);
    }

    /** Starts instances. */
    Instances running(String... ids) {
        for (String id : ids) {
            world.ec2().run(new Ec2Instance(id, "eu-central-1a", Optional.empty(), 1, world.now()));
        }
        return this;
    }

    void listen(String id, int port) {
        listening.add(id + ":" + port);
    }

    void deafen(String id, int port) {
        listening.remove(id + ":" + port);
    }

    boolean listens(String id, int port) {
        return listening.contains(id + ":" + port);
    }

    World world() {
        return world;
    }

    /** What a load balancer was told to have done with an instance, and when. */
    List<String> registrations(String instanceId) {
        return events.stream()
                .filter(WorldEvent.Registration.class::isInstance)
                .map(WorldEvent.Registration.class::cast)
                .filter(r -> r.instanceId().equals(instanceId))
                .map(r -> r.state() + " " + (r.at().getEpochSecond() - START.getEpochSecond()))
                .toList();
    }
}
