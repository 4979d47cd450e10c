package dev.drainpipe.simulator.traffic;

import dev.drainpipe.simulator.time.Timeline;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Clients that send requests through one load balancer, and count which were answered and which were lost.
 *
 * <p>A request goes to the targets in turn. It is lost if no target is healthy, if nothing listens at the target it is
 * sent to (nobody tries again), or if its connection is broken before it is answered. Unlike an Application Load
 * Balancer, nothing is sent to unhealthy targets when all are unhealthy.
 */
public final class Traffic {
    private final World world;
    private final RequestsInFlight inFlight;
    private final LoadBalancer loadBalancer;
    private final TrafficSpec spec;
    private final Dice gaps;
    private final Dice durations;
    private final List<TrafficCounts> series = new ArrayList<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private Optional<Timeline.Planned> sampling = Optional.empty();
    private int epoch;
    private boolean running;
    private int turn;
    private long sent;
    private long served;
    private long dropped;

    public Traffic(World world, RequestsInFlight inFlight, LoadBalancer loadBalancer, TrafficSpec spec) {
        this.world = world;
        this.inFlight = inFlight;
        this.loadBalancer = loadBalancer;
        this.spec = spec;
        this.gaps = world.dice().of("traffic gaps " + loadBalancer.name());
        this.durations = world.dice().of("traffic durations " + loadBalancer.name());
    }

    /** Begins to send; nothing if it sends already. */
    public void start() {
        if (!running) {
            running = true;
            epoch++;
            sampling = Optional.of(world.timeline().every(spec.sampling(), () -> series.add(counts())));
            planNext(epoch);
        }
    }

    /** Sends no more; what is in flight goes on. */
    public void stop() {
        running = false;
        sampling.ifPresent(Timeline.Planned::cancel);
    }

    /** How it stands now. */
    public TrafficCounts counts() {
        return new TrafficCounts(world.now(), sent, served, dropped, Math.toIntExact(sent - served - dropped));
    }

    /** The counts at each sampling moment while it ran. */
    public List<TrafficCounts> series() {
        return List.copyOf(series);
    }

    /** How many requests were lost for which reason. */
    public Map<String, Long> dropReasons() {
        return Map.copyOf(reasons);
    }

    private void planNext(int startedAs) {
        world.timeline().after(gaps.exponential(spec.meanGap()), () -> {
            if (running && epoch == startedAs) {
                send();
                planNext(startedAs);
            }
        });
    }

    private void send() {
        sent++;
        Duration takes = duration();
        List<Target> targets = loadBalancer.taking();
        if (targets.isEmpty()) {
            drop(Optional.empty(), "no target is healthy");
            return;
        }
        Target target = targets.get(Math.floorMod(turn++, targets.size()));
        if (!loadBalancer.listens(target)) {
            drop(Optional.of(target.instanceId()), "connection refused: nothing listens at the target");
            return;
        }
        travel(target, takes);
    }

    private void travel(Target target, Duration takes) {
        Request request =
                new Request(loadBalancer.name(), target, reason -> drop(Optional.of(target.instanceId()), reason));
        inFlight.begin(request);
        world.timeline().after(takes, () -> {
            if (inFlight.finish(request)) {
                served++;
                world.tell(new WorldEvent.RequestServed(world.now(), loadBalancer.name(), target.instanceId(), takes));
            }
        });
    }

    private Duration duration() {
        Duration drawn = durations.exponential(spec.mean());
        return drawn.compareTo(spec.longest()) > 0 ? spec.longest() : drawn;
    }

    private void drop(Optional<String> instanceId, String reason) {
        dropped++;
        reasons.merge(reason, 1L, Long::sum);
        world.tell(new WorldEvent.RequestDropped(world.now(), loadBalancer.name(), instanceId, reason));
    }
}
