package dev.drainpipe.fleet;

/** How an instance stands with its Auto Scaling group. */
public enum Membership {
    /** The group holds the instance back and waits for its hooks: {@code Terminating:Wait}. */
    WAITING,
    /** It does not: the instance serves, is let go already, or is in no group. */
    NOT_WAITING,
    /** Auto Scaling did not say. Not an answer, so nothing may follow from it. */
    UNKNOWN
}
