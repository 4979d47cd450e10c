package dev.drainpipe.fleet;

/**
 * Where an instance is in its life in an Auto Scaling group.
 *
 * @param group the group's name; empty if the instance is in none
 * @param phase where it is
 */
public record Member(String group, Phase phase) {
    /** An instance that is in no group (any more). */
    public static final Member OF_NO_GROUP = new Member("", Phase.LEFT);

    /** Where in its life an instance is (EC2 Auto Scaling User Guide, "Amazon EC2 Auto Scaling instance lifecycle"). */
    public enum Phase {
        /** It is being launched, before its launch hooks. */
        ENTERING,
        /** It is held back by a launch hook: {@code Pending:Wait}. */
        WAITS_TO_ENTER,
        /** Its launch hooks are over: {@code Pending:Proceed}. */
        ENTERED,
        /** It serves. */
        IN_SERVICE,
        /** In the warm pool, on standby, or in a state that we do not know. */
        ELSEWHERE,
        /** It is being terminated, before its termination hooks. */
        LEAVING,
        /** It is held back by a termination hook: {@code Terminating:Wait}. */
        WAITS_TO_LEAVE,
        /** It is out: its termination hooks are over, or it is in no group (any more). */
        LEFT
    }
}
