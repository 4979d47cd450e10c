package dev.drainpipe.simulator.fault;

/** The ways in which one API call can fail its caller. */
public enum FaultKind {
    /** Refused for its rate, in the service's own words, before any effect. */
    THROTTLED,
    /** HTTP 500 {@code InternalFailure}, before any effect. */
    INTERNAL_FAILURE,
    /** HTTP 400 {@code AccessDeniedException} or {@code AccessDenied}, before any effect. */
    DENIED,
    /** The connection is reset before any effect. */
    CONNECTION_RESET,
    /** The effect happens, and the connection is reset before the answer arrives. */
    ANSWER_LOST,
    /** The effect happens, and the answer does not arrive within the client's patience, which passes. */
    TIMED_OUT,
    /** The effect happens, and the answer says nothing: no item, no token. */
    EMPTY_ANSWER,
    /** The effect happens, and each list of the answer lacks its second half (and the only item of a list of one). */
    PARTIAL_ANSWER,
    /**
     * HTTP 200 with entries among the failures: of a call that changes something all of them, without effect; of a call
     * that describes something the first. Only of operations that have such entries.
     */
    ENTRY_FAILED,
    /** The caller's process dies before the call has any effect. */
    CRASH_BEFORE,
    /** The caller's process dies after the effect, before it sees the answer. */
    CRASH_AFTER,
    /** The caller's process is frozen in the call, without effect, until Lambda's time-out kills it. */
    FROZEN;

    /** Whether it ends the whole invocation, and not only the call. */
    public boolean endsTheInvocation() {
        return switch (this) {
            case CRASH_BEFORE, CRASH_AFTER, FROZEN -> true;
            case THROTTLED,
                    INTERNAL_FAILURE,
                    DENIED,
                    CONNECTION_RESET,
                    ANSWER_LOST,
                    TIMED_OUT,
                    EMPTY_ANSWER,
                    PARTIAL_ANSWER,
                    ENTRY_FAILED -> false;
        };
    }

    /** Whether it can befall this call in a way that makes a difference. */
    public boolean befalls(CallSite call) {
        return switch (this) {
            case EMPTY_ANSWER, PARTIAL_ANSWER -> call.answeredWithItems();
            case ENTRY_FAILED -> call.hasEntries();
            case THROTTLED,
                    INTERNAL_FAILURE,
                    DENIED,
                    CONNECTION_RESET,
                    ANSWER_LOST,
                    TIMED_OUT,
                    CRASH_BEFORE,
                    CRASH_AFTER,
                    FROZEN -> true;
        };
    }
}
