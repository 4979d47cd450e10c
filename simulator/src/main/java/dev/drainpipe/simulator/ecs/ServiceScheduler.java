package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.world.WorldEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at every service and does what its rule says. */
final class ServiceScheduler {
    private final Setting setting;
    private final Clusters clusters;
    private final ReplicaScheduler replicas;
    private final DaemonScheduler daemons;
    private final Map<SimulatedService, List<Integer>> told = new HashMap<>();

    ServiceScheduler(Setting setting, Clusters clusters, ReplicaScheduler replicas, DaemonScheduler daemons) {
        this.setting = setting;
        this.clusters = clusters;
        this.replicas = replicas;
        this.daemons = daemons;
    }

    /** Looks at all services, daemons first: their tasks take room before all others. */
    void look() {
        for (SimulatedCluster cluster : clusters.all()) {
            cluster.services().stream().filter(SimulatedService::daemon).forEach(s -> look(cluster, s));
            cluster.services().stream().filter(s -> !s.daemon()).forEach(s -> look(cluster, s));
        }
    }

    private void look(SimulatedCluster cluster, SimulatedService service) {
        if (service.status() == SimulatedService.Status.INACTIVE) {
            return;
        }
        Set<SimulatedTask> healthy = healthy(service);
        if (service.daemon()) {
            daemons.look(cluster, service);
        } else {
            replicas.look(cluster, service, healthy);
        }
        if (service.status() == SimulatedService.Status.DRAINING
                && service.tasks().isEmpty()) {
            service.inactive();
        }
        tellCounts(cluster, service, healthy);
    }

    private Set<SimulatedTask> healthy(SimulatedService service) {
        return service.tasks().stream().filter(t -> Health.healthy(t, setting)).collect(Collectors.toSet());
    }

    private void tellCounts(SimulatedCluster cluster, SimulatedService service, Set<SimulatedTask> wereHealthy) {
        int healthy = (int) wereHealthy.stream().filter(SimulatedTask::runs).count();
        List<Integer> counts = List.of(service.desired(), service.running(), healthy);
        if (!counts.equals(told.put(service, counts))) {
            setting.world()
                    .tell(new WorldEvent.ServiceCounts(
                            setting.now(),
                            cluster.name(),
                            service.name(),
                            service.desired(),
                            service.running(),
                            healthy));
        }
    }
}
