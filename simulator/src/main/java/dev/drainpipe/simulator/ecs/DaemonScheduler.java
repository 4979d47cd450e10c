package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.SimulatedInstance.Status;
import dev.drainpipe.simulator.ecs.schedule.DaemonPlace;
import dev.drainpipe.simulator.ecs.schedule.DaemonPlan;
import dev.drainpipe.simulator.ecs.schedule.DaemonRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out the plan of {@link DaemonRule} for one service. */
final class DaemonScheduler {
    private final Setting setting;
    private final TaskLauncher launcher;
    private final TaskStop stop;

    DaemonScheduler(Setting setting, TaskLauncher launcher, TaskStop stop) {
        this.setting = setting;
        this.launcher = launcher;
        this.stop = stop;
    }

    void look(SimulatedCluster cluster, SimulatedService service) {
        if (service.status() == SimulatedService.Status.DRAINING) {
            stop(service, service.tasks());
            return;
        }
        List<SimulatedInstance> instances = cluster.registered();
        service.desire((int)
                instances.stream().filter(i -> i.status() == Status.ACTIVE).count());
        DaemonPlan plan =
                DaemonRule.plan(instances.stream().map(i -> place(i, service)).toList());
        stop(
                service,
                plan.stops().stream().flatMap(id -> cluster.task(id).stream()).toList());
        start(cluster, service, plan.startOn());
        if (service.running() == service.desired() && service.tasks().size() == service.desired()) {
            service.events().steady();
        }
    }

    private DaemonPlace place(SimulatedInstance instance, SimulatedService service) {
        List<SimulatedTask> own = instance.tasks().stream()
                .filter(t -> t.service().equals(Optional.of(service)))
                .toList();
        return new DaemonPlace(
                instance.id(),
                status(instance),
                own.stream()
                        .filter(SimulatedTask::wanted)
                        .map(SimulatedTask::id)
                        .toList(),
                own.stream().anyMatch(t -> !t.wanted()),
                instance.tasks().stream().anyMatch(this::outlived));
    }

    private static DaemonPlace.Status status(SimulatedInstance instance) {
        if (!instance.connected()) {
            return DaemonPlace.Status.SILENT;
        }
        return instance.status() == Status.ACTIVE ? DaemonPlace.Status.OPEN : DaemonPlace.Status.DRAINING;
    }

    private boolean outlived(SimulatedTask task) {
        return task.service().map(s -> !s.daemon()).orElse(setting.behaviour().daemonsOutliveStandaloneTasks());
    }

    private void stop(SimulatedService service, List<SimulatedTask> tasks) {
        List<SimulatedTask> stopped = tasks.stream()
                .filter(SimulatedTask::wanted)
                .filter(t -> t.instance().connected())
                .toList();
        stopped.forEach(t -> stop.stop(t, StopCause.scaling(service.deploymentId())));
        if (!stopped.isEmpty()) {
            service.events().stopped(stopped);
        }
    }

    private void start(SimulatedCluster cluster, SimulatedService service, List<String> instanceIds) {
        Launch launch = Launch.of(service);
        List<SimulatedTask> started = new ArrayList<>();
        for (String id : instanceIds) {
            SimulatedInstance instance = cluster.instance(id).orElseThrow();
            launcher.place(instance, launch.group())
                    .refusal(launch.need())
                    .ifPresentOrElse(
                            reason -> service.events().unplaceable(reason + "."),
                            () -> started.add(launcher.startOn(instance, launch)));
        }
        if (!started.isEmpty()) {
            service.events().started(started);
        }
    }
}
