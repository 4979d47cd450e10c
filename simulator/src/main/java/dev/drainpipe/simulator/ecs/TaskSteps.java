package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;

/** How a task gets from one status to the next in virtual time, and who hears of it. */
final class TaskSteps {
    private final Setting setting;
    private final Looks looks;
    private final Changes changes;

    TaskSteps(Setting setting, Looks looks, Changes changes) {
        this.setting = setting;
        this.looks = looks;
        this.changes = changes;
    }

    Instant now() {
        return setting.now();
    }

    EcsTimings timings() {
        return setting.timings();
    }

    /** The task was placed on its instance. */
    void placed(SimulatedTask task) {
        tell(task);
        changes.of(task.instance());
    }

    /** Sets the task's desired status to STOPPED; its last status is the same as before. */
    void unwanted(SimulatedTask task, StopCause cause) {
        task.unwanted(cause, now());
        task.instance().changed();
        changes.of(task);
        changes.of(task.instance());
    }

    /** Gives the task a status and tells of it. */
    void become(SimulatedTask task, LastStatus status) {
        task.become(status);
        tell(task);
        looks.soon();
    }

    private void tell(SimulatedTask task) {
        SimulatedCluster cluster = task.instance().cluster();
        setting.world()
                .tell(new WorldEvent.TaskStatus(
                        now(),
                        cluster.name(),
                        task.launch().group(),
                        task.arn(),
                        task.instanceId(),
                        task.lastStatus().name()));
        changes.of(task);
    }

    /**
     * Plans the task's next step; what was planned for it before is void. While the agent is not connected nothing
     * happens to the task (Amazon ECS API reference, ContainerInstance, agentConnected): the step waits for it.
     */
    void later(SimulatedTask task, Duration delay, Runnable step) {
        long number = task.nextStep();
        setting.after(
                delay,
                () -> task.instance().whenConnected(() -> {
                    if (task.atStep(number)) {
                        step.run();
                    }
                }));
    }

    /** Makes it STOPPED, frees what it held, and forgets it when its time is over. */
    void end(SimulatedTask task) {
        task.nextStep();
        task.mark(Moment.STOPPED, now());
        task.instance().remove(task);
        task.service().ifPresent(s -> s.remove(task));
        become(task, LastStatus.STOPPED);
        changes.of(task.instance());
        setting.after(timings().stoppedKept(), () -> task.instance().cluster().forget(task));
    }
}
