package dev.drainpipe.simulator.ecs;

/**
 * The first half of a task's life: from its placement to RUNNING and into the load balancers.
 *
 * <p>Facts from the Amazon ECS Developer Guide, "Amazon ECS task lifecycle".
 */
final class TaskStart {
    private final TaskSteps steps;
    private final TaskStop stop;

    TaskStart(TaskSteps steps, TaskStop stop) {
        this.steps = steps;
        this.stop = stop;
    }

    void begin(SimulatedTask task) {
        steps.placed(task);
        steps.later(task, steps.timings().step(), () -> pull(task));
    }

    private void pull(SimulatedTask task) {
        task.mark(Moment.CONNECTED, steps.now());
        task.mark(Moment.PULL_STARTED, steps.now());
        steps.become(task, LastStatus.PENDING);
        steps.later(task, task.spec().startup(), () -> activate(task));
    }

    private void activate(SimulatedTask task) {
        task.mark(Moment.PULL_STOPPED, steps.now());
        steps.become(task, LastStatus.ACTIVATING);
        steps.later(task, steps.timings().step(), () -> run(task));
    }

    private void run(SimulatedTask task) {
        task.mark(Moment.STARTED, steps.now());
        steps.become(task, LastStatus.RUNNING);
        task.service()
                .ifPresent(s -> s.registrars()
                        .forEach(r ->
                                r.register(task.instanceId(), task.hostPort().orElse(0))));
        task.spec().lifetime().ifPresent(time -> steps.later(task, time, () -> stop.exited(task)));
    }
}
