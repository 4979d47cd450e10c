package dev.drainpipe.cli.report;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ApiCall;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.Registration;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.simulator.world.WorldEvent.RequestServed;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Listens to the simulated account and keeps what a {@link RunReport} is made of; must hear every event in order. */
public final class RunRecorder implements Consumer<WorldEvent> {
    private final RunSetup setup;
    private final FleetState fleet;
    private final Map<String, InstanceTrace> traces = new LinkedHashMap<>();
    private final Steps<ServiceState> service = new Steps<>();
    private final Steps<Integer> active = new Steps<>();
    private final Steps<Integer> spare = new Steps<>();
    private final TrafficRecord traffic = new TrafficRecord();
    private final Map<String, FunctionReport> functions = new TreeMap<>();

    /** Records a run of this setup, and the counts of this service. */
    public RunRecorder(RunSetup setup, String service) {
        this.setup = setup;
        this.fleet = new FleetState(service);
    }

    /** The account at this moment. */
    public FleetState fleet() {
        return fleet;
    }

    /** How many requests were answered so far. */
    public int served() {
        return traffic.served();
    }

    /** How many requests were lost so far. */
    public int dropped() {
        return traffic.dropped();
    }

    /** Forgets what functions did so far: what they do while an account boots belongs to no run. */
    public void countFunctionsFromHere() {
        functions.clear();
    }

    @Override
    public void accept(WorldEvent event) {
        if (event instanceof RequestServed e) {
            traffic.served(e);
        } else if (event instanceof RequestDropped e) {
            traffic.dropped(e);
        } else if (event instanceof ApiCall e) {
            String operation = e.service() + ":" + e.operation();
            functions.put(
                    e.caller(), function(e.caller()).called(operation, e.error().isPresent()));
        } else if (event instanceof Invocation e) {
            functions.put(
                    e.function(), function(e.function()).ran(e.took(), e.error().isPresent()));
        } else {
            fleet.accept(event);
            follow(event);
        }
    }

    private FunctionReport function(String name) {
        return functions.getOrDefault(name, FunctionReport.NONE);
    }

    private void follow(WorldEvent event) {
        instanceOf(event)
                .flatMap(fleet::find)
                .ifPresent(instance -> traces.computeIfAbsent(instance.id(), id -> new InstanceTrace())
                        .observe(event, instance));
        if (event instanceof ServiceCounts || event instanceof ContainerInstanceStatus) {
            service.set(event.at(), fleet.service());
            active.set(event.at(), fleet.activeInstances());
            spare.set(event.at(), fleet.activeInstances() - fleet.service().desired());
        }
    }

    private static Optional<String> instanceOf(WorldEvent event) {
        if (event instanceof LifecycleState e) {
            return Optional.of(e.instanceId());
        }
        if (event instanceof LifecycleAction e) {
            return Optional.of(e.instanceId());
        }
        if (event instanceof ContainerInstanceStatus e) {
            return Optional.of(e.instanceId());
        }
        if (event instanceof TaskStatus e) {
            return Optional.of(e.instanceId());
        }
        return event instanceof Registration e ? Optional.of(e.instanceId()) : Optional.empty();
    }

    /** The run so far; functions and requests as counted, all else within the window. */
    public RunReport report(Window window) {
        List<InstanceReport> instances = traces.entrySet().stream()
                .map(e -> e.getValue().report(e.getKey(), window))
                .toList();
        return new RunReport(
                setup,
                window,
                instances,
                service.between(window.start(), window.end()),
                active.between(window.start(), window.end()),
                Shortfall.of(spare.between(window.start(), window.end()), setup.spare()),
                traffic.report(window),
                functions,
                List.of());
    }
}
