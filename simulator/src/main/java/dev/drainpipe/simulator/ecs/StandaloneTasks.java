package dev.drainpipe.simulator.ecs;

import java.util.List;
import software.amazon.awssdk.services.ecs.model.Failure;

/**
 * Starts and stops tasks at somebody's request.
 *
 * <p>Facts from the Amazon ECS API reference, RunTask, StartTask, StopTask.
 */
final class StandaloneTasks {
    private final TaskLauncher launcher;
    private final TaskStop stop;

    StandaloneTasks(TaskLauncher launcher, TaskStop stop) {
        this.launcher = launcher;
        this.stop = stop;
    }

    /** Starts up to this many tasks, where there is room. */
    List<SimulatedTask> start(SimulatedCluster cluster, Launch launch, int count) {
        return launcher.start(cluster, launch, count);
    }

    /** Starts a task on this instance, whether there is room or not. */
    SimulatedTask startOn(SimulatedInstance instance, Launch launch) {
        return launcher.startOn(instance, launch);
    }

    /** Why it could not be placed, for each instance. */
    List<Failure> obstacles(SimulatedCluster cluster, Launch launch) {
        return launcher.places(cluster, launch.group()).stream()
                .flatMap(place -> place
                        .refusal(launch.need())
                        .map(reason -> Failures.of(
                                cluster.instance(place.id())
                                        .map(SimulatedInstance::arn)
                                        .orElse(place.id()),
                                reason))
                        .stream())
                .toList();
    }

    /** Stops any task, also one of a service, which then starts another. */
    void stop(SimulatedTask task, String reason) {
        stop.stop(task, StopCause.user(reason));
    }
}
