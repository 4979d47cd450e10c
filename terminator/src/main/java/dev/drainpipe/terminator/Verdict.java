package dev.drainpipe.terminator;

/** What is to be done with an instance. */
public enum Verdict {
    /** Nothing blocks it: let it go. */
    TERMINATE,
    /** Something blocks it: look again. */
    ASK_AGAIN,
    /** Only what the deadline may waive blocks it, and the deadline has passed: as the operator chose. */
    OVERDUE,
    /** Nobody waits for it: the work has ended. */
    NOTHING_TO_DO
}
