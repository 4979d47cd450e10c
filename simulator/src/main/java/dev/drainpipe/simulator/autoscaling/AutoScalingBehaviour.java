package dev.drainpipe.simulator.autoscaling;

/**
 * What AWS does not document about lifecycle actions, and what a group may be set to that is simulated in part.
 *
 * @param scaleIn which instance goes first where the zones give no reason to choose
 * @param bothGiven what counts when a call gives a token and an instance id
 * @param pastGlobalTimeout what a heartbeat gets that would reach past the global time-out
 */
public record AutoScalingBehaviour(ScaleIn.Policy scaleIn, BothGiven bothGiven, PastGlobalTimeout pastGlobalTimeout) {
    /** Which of token and instance id counts when both are given. */
    public enum BothGiven {
        /** They must belong to the same action. */
        MUST_AGREE,
        TOKEN_COUNTS,
        INSTANCE_COUNTS
    }

    /** What becomes of a heartbeat whose full time-out would end after the global one. */
    public enum PastGlobalTimeout {
        /** It succeeds, and the wait ends at the global time-out. */
        CLAMP,
        /** It is refused as if the action were over. */
        REFUSE
    }

    /** The oldest instance first; token and id must agree; late heartbeats are clamped. */
    public static AutoScalingBehaviour defaults() {
        return new AutoScalingBehaviour(ScaleIn.Policy.OLDEST, BothGiven.MUST_AGREE, PastGlobalTimeout.CLAMP);
    }
}
