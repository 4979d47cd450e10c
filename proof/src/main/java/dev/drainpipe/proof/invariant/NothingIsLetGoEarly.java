package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * No lifecycle action is completed while a task is left, a load balancer still sends, or ECS may place a task, before the
 * deadline.
 */
public final class NothingIsLetGoEarly implements Invariant {
    /** A message tells its moment in whole seconds or milliseconds, and a look is a while before the act. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** So long before Auto Scaling's own limit a drain is overdue, whatever its operator said. */
    private static final Duration BEFORE_THE_LIMIT = Duration.ofMinutes(3);

    private static final int HEARTBEATS = 100;

    private final Facts facts;

    public NothingIsLetGoEarly(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "No lifecycle action is completed while a task is left, a load balancer still sends, or ECS may place a"
                + " task, before the deadline.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof LifecycleAction action) || action.step() != ActionStep.COMPLETED) {
            return Optional.empty();
        }
        return truth.action(action)
                .filter(open -> matters(open, truth, event.at()))
                .flatMap(open -> left(open, action, truth));
    }

    private boolean matters(Action open, Truth truth, Instant now) {
        String id = open.instanceId();
        History history = truth.history();
        return facts.hooks().contains(open.hook())
                && facts.runs(id)
                && !history.isTaken(id)
                && !history.announcedBefore(id, now)
                && !history.isGone(id)
                && !history.isGone(open.group());
    }

    private Optional<String> left(Action open, LifecycleAction event, Truth truth) {
        Duration took = Duration.between(open.asked(), event.at()).plus(ROUNDING);
        List<Options> inForce = truth.history().inForce(event.at());
        Duration limit = heartbeat(open, truth).multipliedBy(HEARTBEATS).minus(BEFORE_THE_LIMIT);
        boolean late = inForce.stream()
                .map(Options::drainTimeout)
                .anyMatch(timeout -> took.plus(truth.history().worstSkew()).compareTo(shorter(timeout, limit)) >= 0);
        boolean guestsHold = inForce.stream().allMatch(Options::guestsHold);
        List<String> left = truth.leftOn(open.instanceId()).stream()
                .filter(words -> guestsHold || !truth.isGuest(words))
                .filter(words -> guestsHold || !keptByAnIgnoredTask(words, open, truth))
                .filter(words -> !truth.history().namesGone(words))
                .toList();
        return late || left.isEmpty()
                ? Optional.empty()
                : Optional.of("%s was completed after %d s, but %s"
                        .formatted(open, took.toSeconds(), String.join(", ", left)));
    }

    /**
     * A task that its operator wants ignored may still be behind a load balancer that ECS manages; nobody looks at that
     * load balancer then.
     */
    private static boolean keptByAnIgnoredTask(String left, Action open, Truth truth) {
        boolean guest = truth.leftOn(open.instanceId()).stream().anyMatch(truth::isGuest);
        return guest && left.contains(" says ");
    }

    private static Duration heartbeat(Action open, Truth truth) {
        return truth.plan().site().groups().stream()
                .filter(group -> group.name().equals(open.group()))
                .findFirst()
                .orElseThrow()
                .heartbeat();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
