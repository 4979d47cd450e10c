package dev.drainpipe.cli.report;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.Registration;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.simulator.world.WorldEvent.RequestServed;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a recorder a hand-made run, one event after the other. */
public final class Story {
    /** The moment of the scale-in in every story. */
    public static final Instant ZERO = Instant.parse("2026-03-01T12:00:00Z");

    private final RunRecorder recorder;
    private Instant now = ZERO;

    public Story(RunSetup setup) {
        this.recorder = new RunRecorder(setup, "web");
    }

    /** Six instances, five tasks, two to leave: the defaults. */
    public static RunSetup defaults() {
        return new RunSetup(6, 5, 2, 1, "classic", 1, true);
    }

    /** The setup of another size, N+1 as always. */
    public static RunSetup of(int instances, int scaleIn) {
        return new RunSetup(instances, Math.max(1, instances - 1), scaleIn, 1, "classic", 1, true);
    }

    public RunRecorder recorder() {
        return recorder;
    }

    /** The report from a minute before the scale-in until now. */
    public RunReport report() {
        return recorder.report(new Window(ZERO.minusSeconds(60), ZERO, now));
    }

    /** Moves to this many seconds after the scale-in. */
    public Story at(double seconds) {
        now = ZERO.plusMillis(Math.round(seconds * 1000));
        return this;
    }

    public Story tell(WorldEvent event) {
        recorder.accept(event);
        return this;
    }

    public Story lifecycle(String instance, String state) {
        return tell(new LifecycleState(now, "group", instance, state));
    }

    public Story action(String instance, ActionStep step) {
        Optional<String> result = step == ActionStep.COMPLETED ? Optional.of("CONTINUE") : Optional.empty();
        return tell(new LifecycleAction(now, "group", "hook", instance, step, result));
    }

    public Story ecs(String instance, String status) {
        return tell(new ContainerInstanceStatus(now, "cluster", instance, status, true));
    }

    public Story task(String instance, String task, String status) {
        return tell(new TaskStatus(now, "cluster", "service:web", "arn:task/" + task, instance, status));
    }

    public Story loadBalancer(String instance, String state) {
        return tell(new Registration(now, "lb", instance, 0, state));
    }

    public Story counts(int desired, int running) {
        return tell(new ServiceCounts(now, "cluster", "web", desired, running, running));
    }

    public Story served(String instance, Duration took) {
        return tell(new RequestServed(now, "lb", instance, took));
    }

    public Story dropped(String instance, String reason) {
        return tell(new RequestDropped(now, "lb", Optional.of(instance), reason));
    }

    /** An instance in service with this many tasks, a minute before the scale-in. */
    public Story inService(String instance, int tasks) {
        at(-60).lifecycle(instance, "InService").ecs(instance, "ACTIVE").loadBalancer(instance, "registered");
        for (int i = 0; i < tasks; i++) {
            task(instance, instance + "/" + i, "RUNNING");
        }
        return this;
    }

    /** The instance is asked to leave and, two seconds later, waits for its hook. */
    public Story askedToLeave(String instance, double second) {
        return at(second)
                .lifecycle(instance, "Terminating")
                .at(second + 2)
                .lifecycle(instance, "Terminating:Wait")
                .action(instance, ActionStep.STARTED);
    }

    /** The instance is shut down: it is gone ten seconds after its action was completed. */
    public Story completed(String instance, double second) {
        return at(second)
                .action(instance, ActionStep.COMPLETED)
                .lifecycle(instance, "Terminating:Proceed")
                .at(second + 10)
                .ecs(instance, "INACTIVE")
                .lifecycle(instance, "Terminated");
    }
}
