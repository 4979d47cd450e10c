package dev.drainpipe.verification.variant;

/** The invariants of the simulation, by name. */
final class Named {
    static final String EARLY = "EARLY";
    static final String TOUCHED = "TOUCHED";
    static final String LOST = "LOST";
    static final String TWICE = "TWICE";
    static final String COUNT = "COUNT";
    static final String DRY_RUN = "DRY_RUN";
    static final String BUDGET = "BUDGET";
    static final String HEARTBEATS = "HEARTBEATS";
    static final String TRAFFIC = "TRAFFIC";
    static final String LIVE = "LIVE";
    static final String SECRET = "SECRET";

    private Named() {}
}
