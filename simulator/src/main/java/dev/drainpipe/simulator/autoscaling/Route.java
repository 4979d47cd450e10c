package dev.drainpipe.simulator.autoscaling;

/**
 * The states of an instance that leaves its group, by where it goes.
 *
 * @param held where the hooks hold it
 * @param proceed what follows when they let it go
 */
record Route(MemberState held, MemberState proceed, Move move) {
    static final Route TERMINATION =
            new Route(MemberState.TERMINATING_WAIT, MemberState.TERMINATING_PROCEED, Move.TERMINATION);

    static final Route TO_WARM_POOL =
            new Route(MemberState.WARMED_PENDING_WAIT, MemberState.WARMED_PENDING_PROCEED, Move.BACK_TO_POOL);
}
