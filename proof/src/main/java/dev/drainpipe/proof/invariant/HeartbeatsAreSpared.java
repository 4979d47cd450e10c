package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** While nothing goes wrong, a wait is kept open no more than four times within a third of its time-out. */
public final class HeartbeatsAreSpared implements Invariant {
    private static final int PART = 3;

    /** Several processes may know of a wait, and none of another's heartbeat. */
    private static final int PROCESSES = 4;

    /** Looks are too far apart to be choosy with a shorter one. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private final Map<String, Deque<Instant>> kept = new HashMap<>();

    @Override
    public String sentence() {
        return "While nothing goes wrong, a wait is kept open no more than four times within a third of its time-out.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof LifecycleAction action)
                || action.step() != ActionStep.HEARTBEAT
                || !truth.history().undisturbed()
                || truth.history().redeployed()) {
            return Optional.empty();
        }
        return truth.action(action)
                .filter(open -> tooOften(open, event.at(), truth))
                .map(open -> open + " once more");
    }

    private boolean tooOften(Action open, Instant now, Truth truth) {
        Deque<Instant> last = kept.computeIfAbsent(open.toString() + open.started(), wait -> new ArrayDeque<>());
        last.addLast(now);
        return last.size() > PROCESSES && soon(open, last.removeFirst(), now, truth);
    }

    private static boolean soon(Action open, Instant before, Instant now, Truth truth) {
        Duration timeout = truth.plan().site().groups().stream()
                .filter(group -> group.name().equals(open.group()))
                .map(Group::heartbeat)
                .findFirst()
                .orElse(Duration.ZERO);
        return timeout.compareTo(SHORTEST) >= 0 && Duration.between(before, now).compareTo(timeout.dividedBy(PART)) < 0;
    }
}
