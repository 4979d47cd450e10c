package dev.drainpipe.terminator;

/** What an operator wants for an instance that is not drained at its deadline. */
public enum OnDeadline {
    /** Let it go, and let other hooks finish. */
    CONTINUE,
    /**
     * Let it go, and cut other hooks short; or retain it, if the group has a retention policy for abandoned
     * terminations (EC2 Auto Scaling User Guide, "Control instance retention with instance lifecycle policies").
     */
    ABANDON,
    /** Keep waiting, up to Auto Scaling's own limit for the hook. */
    KEEP
}
