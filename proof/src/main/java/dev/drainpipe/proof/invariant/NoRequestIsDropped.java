package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Site.Manner;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No request is lost at an instance because Drainpipe took it out of service. */
public final class NoRequestIsDropped implements Invariant {
    /** A load balancer takes two checks to notice a task that fell over by itself. */
    private static final Duration BEFORE_THE_DEADLINE = Duration.ofSeconds(5);

    private final Set<String> endedByOthers = new HashSet<>();

    @Override
    public String sentence() {
        return "No request is lost at an instance because Drainpipe took it out of service.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (event instanceof LifecycleAction action && Truth.ends(action) && action.step() != ActionStep.COMPLETED) {
            endedByOthers.add(action.instanceId());
        }
        if (!(event instanceof RequestDropped drop) || drop.instanceId().isEmpty()) {
            return Optional.empty();
        }
        String id = drop.instanceId().get();
        return truth.whenAsked(id)
                .filter(asked -> ours(id, drop, truth))
                .filter(asked -> early(asked, event.at(), truth))
                .map(asked -> "%s lost a request of %s: %s".formatted(id, drop.loadBalancer(), drop.reason()));
    }

    /** Not where somebody else ended something, nor where a task is killed with what it still does. */
    private boolean ours(String id, RequestDropped drop, Truth truth) {
        History history = truth.history();
        boolean killed = truth.plan().site().services().stream()
                .anyMatch(service -> service.manner() == Manner.DEAF || service.manner() == Manner.SLOW);
        return !killed
                && !truth.foreign(id)
                && !endedByOthers.contains(id)
                && !history.isTaken(id)
                && !history.isGone(id)
                && !history.announcedBefore(id, drop.at())
                && !history.isGone(drop.loadBalancer())
                && truth.plan().site().groups().stream().noneMatch(group -> history.isGone(group.name()));
    }

    private static boolean early(Instant asked, Instant now, Truth truth) {
        Duration shortest = truth.history().inForce(now).stream()
                .map(Options::drainTimeout)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        return Duration.between(asked, now)
                                .plus(BEFORE_THE_DEADLINE)
                                .plus(truth.history().worstSkew())
                                .compareTo(shortest)
                        < 0
                && truth.history().inForce(now).stream().allMatch(Options::guestsHold);
    }
}
