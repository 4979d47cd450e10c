package dev.drainpipe.cli.report;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one instance went through, collected while it happens. */
final class InstanceTrace {
    private final Steps<Stage> stages = new Steps<>();
    private final Steps<Integer> tasks = new Steps<>();
    private final Steps<Boolean> behindLoadBalancer = new Steps<>();
    private final Steps<List<String>> leftovers = new Steps<>();
    private final Map<Milestone, Instant> milestones = new EnumMap<>(Milestone.class);
    private @Nullable Departure departure;

    /** Takes in an event about this instance, with the state that it led to. */
    void observe(WorldEvent event, InstanceState now) {
        Instant at = event.at();
        if (now.lifecycle().startsWith("Terminat")) {
            leaving(at, now);
        }
        stages.set(at, now.stage());
        tasks.set(at, now.tasks());
        behindLoadBalancer.set(at, now.behindLoadBalancer());
        leftovers.set(at, now.leftovers());
        if (event instanceof LifecycleAction action && now.stage() == Stage.LEAVING) {
            ended(action, now);
        }
        if (now.stage() == Stage.GONE) {
            gone(at);
        }
    }

    private void leaving(Instant at, InstanceState now) {
        milestones.putIfAbsent(Milestone.TERMINATING, at);
        if (now.lifecycle().equals("Terminating:Wait")) {
            milestones.putIfAbsent(Milestone.WAITING, at);
        }
        if (now.ecsStatus().equals("DRAINING")) {
            milestones.putIfAbsent(Milestone.DRAINING, at);
        }
        if (now.stage() == Stage.SAFE) {
            milestones.putIfAbsent(Milestone.SAFE, at);
        }
        if (!now.behindLoadBalancer() && behindLoadBalancer.before(at).orElse(false)) {
            milestones.put(Milestone.OUT_OF_LOAD_BALANCERS, at);
        }
        if (now.tasks() == 0 && tasks.before(at).orElse(0) > 0) {
            milestones.put(Milestone.LAST_TASK_STOPPED, at);
        }
    }

    private void ended(LifecycleAction action, InstanceState now) {
        if (departure == null) {
            milestones.put(Milestone.COMPLETED, action.at());
            boolean timedOut = action.step() == ActionStep.TIMED_OUT;
            Departure.By by = timedOut ? Departure.By.TIME_OUT : Departure.By.DRAINPIPE;
            departure = new Departure(action.at(), by, now.leftovers());
        }
    }

    private void gone(Instant at) {
        milestones.putIfAbsent(Milestone.TERMINATED, at);
        if (departure == null) {
            // Its end also ends its tasks: what counts is what it held just before.
            departure =
                    new Departure(at, Departure.By.NO_HOOK, leftovers.before(at).orElse(List.of()));
        }
    }

    /** The trace so far, cut to the window. */
    InstanceReport report(String id, Window window) {
        return new InstanceReport(
                id,
                milestones,
                stages.between(window.start(), window.end()),
                tasks.between(window.start(), window.end()),
                Optional.ofNullable(departure));
    }
}
