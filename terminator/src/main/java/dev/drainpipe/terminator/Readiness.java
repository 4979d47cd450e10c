package dev.drainpipe.terminator;

/**
 * The answer of {@link ReadyToServe} for one instance.
 *
 * @param answer whether it may be let in
 * @param seen why, in words
 */
public record Readiness(Answer answer, String seen) {
    /** Whether an instance may be let into its group. */
    public enum Answer {
        /** Let it in. */
        READY,
        /** Look again. */
        NOT_READY,
        /** Nobody waits for it: the work has ended. */
        NOTHING_TO_DO
    }
}
