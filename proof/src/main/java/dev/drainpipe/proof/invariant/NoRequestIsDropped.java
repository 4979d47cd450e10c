package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Site.Manner;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** No request is lost at an instance because Drainpipe took it out of service. */
public final class NoRequestIsDropped implements Invariant {
    /** A load balancer takes two checks to notice a task that fell over by itself. */
    private static final Duration BEFORE_THE_DEADLINE = Duration.ofSeconds(5);

    @Override
    public String sentence() {
        return "No request is lost at an instance because Drainpipe took it out of service.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (!(event instanceof RequestDropped drop) || drop.instanceId().isEmpty()) {
            return Optional.empty();
        }
        String id = drop.instanceId().get();
        return truth.whenAsked(id)
                .filter(asked -> ours(id, drop.loadBalancer(), truth))
                .filter(asked -> early(asked, event.at(), truth))
                .map(asked -> "%s lost a request of %s: %s".formatted(id, drop.loadBalancer(), drop.reason()));
    }

    /** Not where somebody else ended something, nor where a task is killed with what it still does. */
    private static boolean ours(String id, String loadBalancer, Truth truth) {
        History history = truth.history();
        boolean killed = truth.plan().site().services().stream()
                .anyMatch(service -> service.manner() == Manner.DEAF || service.manner() == Manner.SLOW);
        return !killed
                && !truth.foreign(id)
                && history.undisturbed()
                && !history.isTaken(id)
                && !history.isGone(id)
                && !history.isGone(loadBalancer);
    }

    private static boolean early(Instant asked, Instant now, Truth truth) {
        Duration shortest = truth.history().inForce(now).stream()
                .map(Options::drainTimeout)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        return Duration.between(asked, now).plus(BEFORE_THE_DEADLINE).compareTo(shortest) < 0
                && truth.history().inForce(now).stream().allMatch(Options::guestsHold);
    }
}
