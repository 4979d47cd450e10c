package dev.drainpipe.port;

import dev.drainpipe.fleet.LifecycleAction;

/** Ends a wait, or keeps it open. */
public interface LifecycleActions {
    /** How to end a wait. Either lets a terminating instance go; ABANDON also cuts other hooks short. */
    enum Result {
        CONTINUE,
        ABANDON
    }

    /** Whether Auto Scaling still had the wait. */
    enum Answer {
        /** It had, and did as asked. */
        DONE,
        /** It has not: ended, timed out, or its hook, group or instance is gone. */
        OVER,
        /** Nobody asked it: a dry run. */
        NOT_SENT
    }

    /**
     * Lets the instance go. Irreversible; calling it twice is harmless.
     *
     * @throws TryLater if Auto Scaling does not answer
     */
    Answer complete(LifecycleAction action, Result result);

    /**
     * Starts the hook's time-out anew. Not past the hook's global time-out (EC2 Auto Scaling User Guide, "How lifecycle
     * hooks work").
     *
     * @throws TryLater if Auto Scaling does not answer
     */
    Answer heartbeat(LifecycleAction action);
}
