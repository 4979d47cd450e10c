package dev.drainpipe.fleet;

import dev.drainpipe.fleet.Member.Phase;
import org.jspecify.annotations.Nullable;

/** Whether an instance's Auto Scaling group waits for what a request asks. */
public enum Membership {
    /** The group holds the instance back and waits for its hooks: {@code Terminating:Wait}, of a launch {@code Pending:Wait}. */
    WAITING,
    /** Not now, but it may: the list that was asked may lag behind. */
    NOT_YET,
    /** Not any more, or never: the hooks of the instance are over, or it is in no group. */
    LEFT,
    /** Nobody waits, and nobody has to: the instance leaves without a hook. */
    UNAWAITED,
    /**
     * Not asked, since the request has the token of this very wait, and Auto Scaling itself refuses an answer by a token
     * whose wait is over (Amazon EC2 Auto Scaling API reference, CompleteLifecycleAction).
     */
    SAID_BY_TOKEN,
    /** Auto Scaling did not say. Not an answer, so nothing may follow from it. */
    UNKNOWN;

    /**
     * What a member's phase means for a request.
     *
     * @param member what Auto Scaling said of the instance; none if it did not answer
     */
    public static Membership of(DrainRequest request, @Nullable Member member) {
        if (member == null) {
            return UNKNOWN;
        }
        return switch (request.reason()) {
            case HOOK -> ofTermination(member.phase());
            case LAUNCH -> ofLaunch(member.phase());
            case SPOT_INTERRUPTION, REBALANCE, SCHEDULED_CHANGE, STATE_CHANGE -> ofNoHook(request, member);
        };
    }

    private static Membership ofTermination(Phase phase) {
        return switch (phase) {
            case WAITS_TO_LEAVE -> WAITING;
            case ENTERING, WAITS_TO_ENTER, ENTERED, IN_SERVICE, ELSEWHERE, LEAVING -> NOT_YET;
            case LEFT -> LEFT;
        };
    }

    /** The way in is a way of its own: who serves or leaves has left it behind. */
    private static Membership ofLaunch(Phase phase) {
        return switch (phase) {
            case WAITS_TO_ENTER -> WAITING;
            case ENTERING, ELSEWHERE -> NOT_YET;
            case ENTERED, IN_SERVICE, LEAVING, WAITS_TO_LEAVE, LEFT -> LEFT;
        };
    }

    private static Membership ofNoHook(DrainRequest request, Member member) {
        boolean neverInOne =
                request.action().group().isEmpty() && member.group().isEmpty();
        return member.phase() == Phase.LEFT && !neverInOne ? LEFT : UNAWAITED;
    }
}
