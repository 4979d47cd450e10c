package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;

/** How a task gets from one status to the next in virtual time, and who hears of it. */
final class TaskSteps {
    private final Setting setting;
    private final Looks looks;

    TaskSteps(Setting setting, Looks looks) {
        this.setting = setting;
        this.looks = looks;
    }

    Instant now() {
        return setting.now();
    }

    EcsTimings timings() {
        return setting.timings();
    }

    /** Gives the task a status and tells of it. */
    void become(SimulatedTask task, LastStatus status) {
        task.become(status);
        tell(task);
        looks.soon();
    }

    /** Tells of the status that it has. */
    void tell(SimulatedTask task) {
        SimulatedCluster cluster = task.instance().cluster();
        setting.world()
                .tell(new WorldEvent.TaskStatus(
                        now(),
                        cluster.name(),
                        task.launch().group(),
                        task.arn(),
                        task.instanceId(),
                        task.lastStatus().name()));
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
        setting.after(timings().stoppedKept(), () -> task.instance().cluster().forget(task));
    }
}
