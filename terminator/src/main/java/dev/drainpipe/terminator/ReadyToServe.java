package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.terminator.Readiness.Answer;
import java.time.Instant;

/**
 * May this instance enter its group now?
 *
 * <p><em>An instance is ready to serve when ECS may place tasks on it and its agent is connected.</em> One that is never
 * ready is not our decision: its hook's own time-out ends the wait.
 */
public final class ReadyToServe {
    private ReadyToServe() {}

    /** The answer, for an instance that was first asked about at this time. */
    public static Readiness decide(Sight sight, Instant firstSeen, Instant now) {
        if (sight.age(now).compareTo(SafeToTerminate.OLDEST_SIGHT) > 0) {
            return not("seen " + sight.age(now).toSeconds() + " s ago");
        }
        if (StillAsked.ended(sight, firstSeen, now)) {
            return new Readiness(Answer.NOTHING_TO_DO, "the group does not wait for it");
        }
        if (sight.membership() != Membership.WAITING) {
            return not("its group says " + sight.membership());
        }
        if (sight.ecs().status() != Status.ACTIVE) {
            return not("ECS says " + sight.ecs().status());
        }
        return sight.ecs().agentConnected()
                ? new Readiness(Answer.READY, "it is ACTIVE, its agent is connected")
                : not("its agent is not connected");
    }

    private static Readiness not(String seen) {
        return new Readiness(Answer.NOT_READY, seen);
    }
}
