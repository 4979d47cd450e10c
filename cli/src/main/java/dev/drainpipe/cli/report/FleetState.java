package dev.drainpipe.cli.report;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.Registration;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The simulated account at this moment, as its events tell it: every instance, and the service's counts. */
public final class FleetState implements Consumer<WorldEvent> {
    private final String service;
    private final Map<String, InstanceState> instances = new LinkedHashMap<>();
    private ServiceState counts = ServiceState.NONE;

    /** Follows every instance and this one service. */
    public FleetState(String service) {
        this.service = service;
    }

    @Override
    public void accept(WorldEvent event) {
        if (event instanceof LifecycleState e) {
            instance(e.instanceId()).lifecycle(e.state());
        } else if (event instanceof LifecycleAction e) {
            action(e);
        } else if (event instanceof ContainerInstanceStatus e) {
            instance(e.instanceId()).ecs(e.status(), e.agentConnected());
        } else if (event instanceof TaskStatus e) {
            instance(e.instanceId()).task(e.taskArn(), e.lastStatus());
        } else if (event instanceof Registration e) {
            instance(e.instanceId()).registration(place(e), e.state());
        } else if (event instanceof ServiceCounts e && e.service().equals(service)) {
            counts = new ServiceState(e.desired(), e.running(), e.healthy());
        }
    }

    private void action(LifecycleAction action) {
        InstanceState instance = instance(action.instanceId());
        switch (action.step()) {
            case STARTED, HEARTBEAT -> {}
            case COMPLETED, TIMED_OUT, CANCELLED -> {
                if (instance.lifecycle().startsWith("Terminating")) {
                    instance.actionEnded();
                }
            }
        }
    }

    private static String place(Registration registration) {
        String name = LoadBalancerName.brief(registration.loadBalancer());
        return registration.port() == 0 ? name : name + ":" + registration.port();
    }

    private InstanceState instance(String id) {
        return instances.computeIfAbsent(id, InstanceState::new);
    }

    /** All instances ever heard of, in the order in which they were. */
    public Collection<InstanceState> instances() {
        return Collections.unmodifiableCollection(instances.values());
    }

    public Optional<InstanceState> find(String instanceId) {
        return Optional.ofNullable(instances.get(instanceId));
    }

    /** The service's counts. */
    public ServiceState service() {
        return counts;
    }

    /** How many instances ECS may place tasks on: ACTIVE with a connected agent. */
    public int activeInstances() {
        return (int)
                instances.values().stream().filter(InstanceState::carriesTasks).count();
    }
}
