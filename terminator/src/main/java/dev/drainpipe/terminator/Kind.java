package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;

/** What a request asks the terminator to do. */
enum Kind {
    /** Let the instance go when it is safe, since its group waits. */
    LET_GO,
    /** Let the instance in when it is ready, since its group waits. */
    LET_IN,
    /** Watch it leave: nobody waits for an answer. */
    WATCH,
    /** Hand it to its group, which replaces it and then waits for us. */
    HAND_TO_GROUP;

    /** The kind of a request. */
    static Kind of(DrainRequest request) {
        return switch (request.reason()) {
            case HOOK -> LET_GO;
            case LAUNCH -> LET_IN;
            case SPOT_INTERRUPTION, STATE_CHANGE -> WATCH;
            case REBALANCE, SCHEDULED_CHANGE -> request.action().group().isEmpty() ? WATCH : HAND_TO_GROUP;
        };
    }
}
