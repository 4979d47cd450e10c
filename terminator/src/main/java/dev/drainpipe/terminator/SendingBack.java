package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.GroupHooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sends an instance back to the front door if ECS may place tasks on it again: it registered late, or somebody made it
 * ACTIVE. The drain goes on; deregister sets it to DRAINING.
 */
final class SendingBack {
    /** Deregister needs no longer in ordinary life. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Less often than deregister needs, more often than people lose patience. */
    static final Duration EVERY = Duration.ofMinutes(5);

    private final FrontDoor frontDoor;
    private final GroupHooks hooks;
    private final Recent<String> sent;
    private final Tally tally;
    private final Attempts attempts;

    /**
     * Sends back.
     *
     * @param sent when each instance was last sent back; it lives as long as the process
     */
    SendingBack(FrontDoor frontDoor, GroupHooks hooks, Recent<String> sent, Tally tally, Attempts attempts) {
        this.frontDoor = frontDoor;
        this.hooks = hooks;
        this.sent = sent;
        this.tally = tally;
        this.attempts = attempts;
    }

    /** Sends an instance back, if it must be. */
    void sendBack(Case drain, Decision decision, Instant now) {
        DrainRequest request = drain.request();
        boolean active = decision.blockers().containsKey(Blocker.NOT_DRAINING)
                && drain.sight().ecs().status() == Status.ACTIVE;
        boolean late = drain.term().age(now).compareTo(PATIENCE) > 0;
        boolean wanted = Kind.of(request) == Kind.LET_GO && drain.sight().membership() == Membership.WAITING;
        if (frontDoor.exists() && active && late && wanted && !sent.within(EVERY, request.instanceId(), now)) {
            hook(request).ifPresent(hook -> announce(request, hook, now));
        }
    }

    /** With the hook's metadata, without which deregister might look in another cluster. */
    private Optional<Hook> hook(DrainRequest request) {
        return attempts.ask(() -> hooks.termination(request.action().group()))
                .flatMap(found -> found.stream()
                        .filter(hook -> hook.name().equals(request.action().hook()))
                        .findFirst());
    }

    private void announce(DrainRequest request, Hook hook, Instant now) {
        FrontDoor.Answer answer = frontDoor.announce(hook, request.instanceId(), request.firstSeen());
        if (answer == FrontDoor.Answer.REFUSED) {
            return;
        }
        sent.note(request.instanceId(), now);
        if (answer == FrontDoor.Answer.TAKEN) {
            tally.add(Count.SENT_BACK);
            attempts.journal()
                    .warn(
                            "Sent back: " + request.action() + " is ACTIVE in ECS, so it must be set to DRAINING again",
                            Map.of("instance", request.instanceId(), "group", hook.group(), "hook", hook.name()));
        }
    }
}
