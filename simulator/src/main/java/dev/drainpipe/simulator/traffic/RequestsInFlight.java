package dev.drainpipe.simulator.traffic;

import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All requests that are on their way, through whichever load balancer, and what breaks them.
 *
 * <p>Make it before the load balancers, so that it hears of an ended instance first.
 */
public final class RequestsInFlight implements InFlight {
    private final Map<String, Set<Request>> byInstance = new TreeMap<>();

    public RequestsInFlight(World world) {
        world.ec2().observe(new Ec2.Observer() {
            @Override
            public void terminated(Ec2Instance instance) {
                instanceEnded(instance.id());
            }
        });
    }

    @Override
    public int requests(String loadBalancer, String instanceId, int port) {
        return count(instanceId, r -> r.loadBalancer().equals(loadBalancer) && r.at(port));
    }

    /** How many requests are on this port of this instance, through whichever load balancer. */
    public int requests(String instanceId, int port) {
        return count(instanceId, r -> r.at(port));
    }

    /** How many requests are on their way in all. */
    public int requests() {
        return byInstance.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void cut(String loadBalancer, String instanceId, int port) {
        drop(
                instanceId,
                r -> r.loadBalancer().equals(loadBalancer) && r.at(port),
                "the load balancer cut the connection when draining ended");
    }

    /** The task that listened on this port is gone; the requests that it was answering are lost. */
    public void ended(String instanceId, int port) {
        drop(instanceId, r -> r.at(port), "the task ended while it was answering");
    }

    private void instanceEnded(String instanceId) {
        drop(instanceId, r -> true, "the instance ended while it was answering");
    }

    void begin(Request request) {
        there(request).add(request);
    }

    /** Takes the request off the list; false if it was lost before. */
    boolean finish(Request request) {
        return there(request).remove(request);
    }

    private Set<Request> there(Request request) {
        return byInstance.computeIfAbsent(request.target().instanceId(), id -> new LinkedHashSet<>());
    }

    private int count(String instanceId, Predicate<Request> which) {
        Set<Request> there = byInstance.getOrDefault(instanceId, Set.of());
        return (int) there.stream().filter(which).count();
    }

    private void drop(String instanceId, Predicate<Request> which, String reason) {
        List<Request> lost = new ArrayList<>(byInstance.getOrDefault(instanceId, Set.of()));
        lost.removeIf(which.negate());
        lost.forEach(r -> {
            finish(r);
            r.lost().accept(reason);
        });
    }
}
