package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.SimulatedInstance.Status;
import dev.drainpipe.simulator.ecs.schedule.Place;
import dev.drainpipe.simulator.ecs.schedule.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts tasks on container instances. */
final class TaskLauncher {
    private final Setting setting;
    private final TaskStart start;

    TaskLauncher(Setting setting, TaskStart start) {
        this.setting = setting;
        this.start = start;
    }

    /** Starts up to this many tasks, where there is room. */
    List<SimulatedTask> start(SimulatedCluster cluster, Launch launch, int number) {
        List<SimulatedTask> started = new ArrayList<>();
        if (number <= 0) {
            return started;
        }
        List<Place> places = new ArrayList<>(places(cluster, launch.group()));
        Optional<Place> chosen = Placement.choose(places, launch.need());
        while (chosen.isPresent() && started.size() < number) {
            Place place = chosen.get();
            started.add(startOn(cluster.instance(place.id()).orElseThrow(), launch));
            places.set(places.indexOf(place), place.with(launch.need()));
            chosen = Placement.choose(places, launch.need());
        }
        return started;
    }

    /** Starts a task on this instance, whether there is room or not. */
    SimulatedTask startOn(SimulatedInstance instance, Launch launch) {
        SimulatedTask task = new SimulatedTask(setting.id(), launch, instance, setting);
        instance.cluster().add(task);
        instance.add(task);
        launch.service().ifPresent(s -> s.add(task));
        start.begin(task);
        return task;
    }

    /** Where tasks may be placed at all: the ACTIVE instances, in the order of their registration. */
    List<Place> places(SimulatedCluster cluster, String group) {
        return cluster.instances().stream()
                .filter(i -> i.status() == Status.ACTIVE)
                .map(i -> place(i, group))
                .toList();
    }

    /** One instance as a place for a task of this group. */
    Place place(SimulatedInstance instance, String group) {
        List<SimulatedTask> tasks = instance.tasks();
        Set<Integer> ports =
                tasks.stream().flatMap(t -> t.hostPort().stream().boxed()).collect(Collectors.toSet());
        int ofGroup = (int)
                tasks.stream().filter(t -> t.launch().group().equals(group)).count();
        return new Place(instance.id(), instance.connected(), instance.freeSlots(), ports, ofGroup, tasks.size());
    }
}
