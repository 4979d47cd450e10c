package dev.drainpipe.benchmarks;

/** How much time a measurement may take. */
public enum Effort {
    /** Minutes: enough to see whether a change is worth a full run. */
    QUICK,

    /** As long as the published figures need. */
    FULL
}
