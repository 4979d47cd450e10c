package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.elb.Registrar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The second half of a task's life: out of the load balancers, then the stop signal, then the end.
 *
 * <p>As the Amazon ECS Developer Guide tells it ("Amazon ECS task lifecycle"): DEACTIVATING until all targets are out,
 * STOPPING until the containers have ended or are killed, DEPROVISIONING, STOPPED.
 */
final class TaskStop {
    private final TaskSteps steps;
    private final Supplier<Busy> busy;

    TaskStop(TaskSteps steps, Supplier<Busy> busy) {
        this.steps = steps;
        this.busy = busy;
    }

    /** Stops a task in good order; nothing if it is stopping already. */
    void stop(SimulatedTask task, StopCause cause) {
        if (task.wanted()) {
            steps.unwanted(task, cause);
            steps.later(task, Duration.ZERO, () -> leave(task));
        }
    }

    /** Its containers ended by themselves. */
    void exited(SimulatedTask task) {
        task.unwanted(StopCause.exited(), steps.now());
        deregister(task);
        containersEnded(task);
    }

    /** Its instance is gone, and with it all that the task still served. */
    void lost(SimulatedTask task, StopCause cause) {
        unwanted(task, cause);
        deregister(task);
        executionStopped(task);
        steps.end(task);
    }

    /** ECS lets go of it; its containers go on, and its targets are drained as usual. */
    void orphaned(SimulatedTask task, StopCause cause) {
        unwanted(task, cause);
        deregister(task);
        task.instance().orphan(task);
        steps.end(task);
    }

    /** Its containers end, if they ran; those of an orphan end with its instance. */
    void executionStopped(SimulatedTask task) {
        if (ran(task) && task.at(Moment.EXECUTION_STOPPED).isEmpty()) {
            task.mark(Moment.EXECUTION_STOPPED, steps.now());
            task.hostPort().ifPresent(port -> busy.get().ended(task.instanceId(), port));
        }
    }

    private void unwanted(SimulatedTask task, StopCause cause) {
        if (task.wanted()) {
            task.unwanted(cause, steps.now());
        }
    }

    private void leave(SimulatedTask task) {
        if (task.lastStatus().starting()) {
            containersEnded(task);
        } else {
            steps.become(task, LastStatus.DEACTIVATING);
            deregister(task);
            steps.later(task, steps.timings().step(), () -> signalOnceOut(task));
        }
    }

    private void signalOnceOut(SimulatedTask task) {
        int port = task.hostPort().orElse(0);
        if (registrars(task).stream().allMatch(r -> r.out(task.instanceId(), port))) {
            steps.become(task, LastStatus.STOPPING);
            Instant killed = steps.now().plus(task.spec().shutdown().stopTimeout());
            finish(task, killed);
        } else {
            steps.later(task, steps.timings().step(), () -> signalOnceOut(task));
        }
    }

    private void finish(SimulatedTask task, Instant killed) {
        Shutdown shutdown = task.spec().shutdown();
        Duration left = Duration.between(steps.now(), killed);
        if (shutdown.ignoresSigterm()) {
            steps.later(task, left, () -> containersEnded(task));
        } else if (requests(task) == 0) {
            steps.later(task, shorter(shutdown.takes(), left), () -> containersEnded(task));
        } else if (left.isZero() || left.isNegative()) {
            containersEnded(task);
        } else {
            steps.later(task, shorter(steps.timings().step(), left), () -> finish(task, killed));
        }
    }

    private void containersEnded(SimulatedTask task) {
        executionStopped(task);
        steps.become(task, LastStatus.DEPROVISIONING);
        steps.later(task, steps.timings().step(), () -> steps.end(task));
    }

    private int requests(SimulatedTask task) {
        return task.hostPort().isPresent()
                ? busy.get().requests(task.instanceId(), task.hostPort().getAsInt())
                : 0;
    }

    private static void deregister(SimulatedTask task) {
        if (ran(task)) {
            int port = task.hostPort().orElse(0);
            registrars(task).forEach(r -> r.deregister(task.instanceId(), port));
        }
    }

    private static boolean ran(SimulatedTask task) {
        return task.at(Moment.STARTED).isPresent();
    }

    private static List<Registrar> registrars(SimulatedTask task) {
        return task.service().map(SimulatedService::registrars).orElse(List.of());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
