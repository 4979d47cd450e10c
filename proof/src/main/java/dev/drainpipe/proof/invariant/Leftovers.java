package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.Registration;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is left on each instance at this moment, as it really is and not as an API tells it. */
public final class Leftovers implements Consumer<WorldEvent> {
    private final Map<String, Map<String, String>> tasks = new HashMap<>();
    private final Map<String, Map<String, String>> registrations = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();
    private final Set<String> daemons = new HashSet<>();

    /** The tasks of this service hold nothing. */
    public void daemon(String service) {
        daemons.add("service:" + service);
    }

    @Override
    public void accept(WorldEvent event) {
        if (event instanceof TaskStatus e) {
            Map<String, String> there = tasks.computeIfAbsent(e.instanceId(), id -> new TreeMap<>());
            if (e.lastStatus().equals("STOPPED") || daemons.contains(e.group())) {
                there.remove(e.taskArn());
            } else {
                there.put(e.taskArn(), "a task of " + e.group() + " is " + e.lastStatus());
            }
        } else if (event instanceof Registration e) {
            Map<String, String> there = registrations.computeIfAbsent(e.instanceId(), id -> new TreeMap<>());
            String place = e.loadBalancer() + ":" + e.port();
            if (e.state().equals("out")) {
                there.remove(place);
            } else {
                there.put(place, e.loadBalancer() + " says " + e.state());
            }
        } else if (event instanceof ContainerInstanceStatus e) {
            statuses.put(e.instanceId(), e.status());
        }
    }

    /** What speaks against letting the instance go, in words; nothing if nothing does. */
    public List<String> on(String instanceId) {
        List<String> left = new ArrayList<>();
        if ("ACTIVE".equals(statuses.get(instanceId))) {
            left.add("it is ACTIVE");
        }
        left.addAll(tasks.getOrDefault(instanceId, Map.of()).values());
        left.addAll(registrations.getOrDefault(instanceId, Map.of()).values());
        return left;
    }
}
