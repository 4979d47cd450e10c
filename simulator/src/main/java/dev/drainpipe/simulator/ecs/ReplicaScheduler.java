package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.schedule.Place;
import dev.drainpipe.simulator.ecs.schedule.ReplicaPlan;
import dev.drainpipe.simulator.ecs.schedule.ReplicaRule;
import dev.drainpipe.simulator.ecs.schedule.ServiceTask;
import dev.drainpipe.simulator.ecs.schedule.ServiceTask.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out the plan of {@link ReplicaRule} for one service. */
final class ReplicaScheduler {
    private final Setting setting;
    private final TaskLauncher launcher;
    private final TaskStop stop;

    ReplicaScheduler(Setting setting, TaskLauncher launcher, TaskStop stop) {
        this.setting = setting;
        this.launcher = launcher;
        this.stop = stop;
    }

    /** Looks at one service, of whose tasks these are healthy. */
    void look(SimulatedCluster cluster, SimulatedService service, Set<SimulatedTask> healthy) {
        List<ServiceTask> tasks =
                service.tasks().stream().map(t -> seen(t, healthy.contains(t))).toList();
        ReplicaPlan plan = ReplicaRule.plan(service.goal(setting.behaviour()), tasks);
        stop(service, plan.stops());
        start(cluster, service, plan.starts());
        if (settled(service)) {
            service.events().steady();
        }
    }

    private ServiceTask seen(SimulatedTask task, boolean healthy) {
        return new ServiceTask(
                task.id(),
                task.instance().id(),
                standing(task),
                task.lastStatus() == LastStatus.RUNNING,
                healthy,
                held(task));
    }

    private static Standing standing(SimulatedTask task) {
        if (!task.wanted()) {
            return Standing.ENDING;
        }
        return task.instance().leaving() ? Standing.LEAVING : Standing.STAYING;
    }

    private boolean held(SimulatedTask task) {
        boolean protects = !task.instance().leaving() || setting.behaviour().protectedTasksResistDraining();
        boolean isProtected = protects && task.protection(setting.now()).isPresent();
        return isProtected || !task.instance().connected();
    }

    private void stop(SimulatedService service, List<String> ids) {
        Set<String> chosen = Set.copyOf(ids);
        List<SimulatedTask> stopped =
                service.tasks().stream().filter(t -> chosen.contains(t.id())).toList();
        stopped.forEach(t -> stop.stop(t, StopCause.scaling(service.deploymentId())));
        if (!stopped.isEmpty()) {
            service.events().stopped(stopped);
        }
    }

    private void start(SimulatedCluster cluster, SimulatedService service, int number) {
        Launch launch = Launch.of(service);
        List<SimulatedTask> started = launcher.start(cluster, launch, number);
        if (!started.isEmpty()) {
            service.events().started(started);
        }
        if (started.size() < number) {
            service.events().unplaceable(obstacles(cluster, launch));
        }
    }

    private String obstacles(SimulatedCluster cluster, Launch launch) {
        List<Place> places = launcher.places(cluster, launch.group());
        return places.isEmpty()
                ? "No Container Instances were found in your cluster."
                : places.stream()
                        .flatMap(p -> p.refusal(launch.need()).stream())
                        .distinct()
                        .collect(Collectors.joining(", ", "", "."));
    }

    private static boolean settled(SimulatedService service) {
        boolean allInPlace =
                service.tasks().stream().allMatch(t -> t.runs() && !t.instance().leaving());
        return allInPlace && service.tasks().size() == service.desired();
    }
}
