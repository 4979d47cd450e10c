package dev.drainpipe.terminator;

/** What came of a decision. */
enum Outcome {
    /** The wait was completed: the instance goes. */
    LET_GO("let go", true),
    /** The wait was completed: the instance enters its group. */
    LET_IN("let in", true),
    /** The wait was over already: ended, timed out, or its hook or group is gone. */
    OVER("the wait is over", true),
    /** The instance is drained, and nobody waits to hear it. */
    DRAINED("nobody waits for an answer", true),
    /** The time of an instance that leaves without a hook has passed. */
    TIME_IS_UP("its time is up", true),
    /** It waits on, and the wait was kept open. */
    KEPT_OPEN("heartbeat sent", false),
    /** It waits on. */
    WAITS("waits", false),
    /** AWS did not do as asked; the next look decides afresh. */
    NOT_DONE("could not be done now", false),
    /** Dry run: nothing was done; for this tick that is all. */
    DRY_RUN("dry run, so nothing is done", true);

    private final String words;
    private final boolean finished;

    Outcome(String words, boolean finished) {
        this.words = words;
        this.finished = finished;
    }

    /** In words. */
    String words() {
        return words;
    }

    /** Whether nothing is left to do for the instance. */
    boolean finished() {
        return finished;
    }
}
