package dev.drainpipe.cli.report;

/** A moment in the departure of an instance. */
public enum Milestone {
    TERMINATING("Terminating"),
    WAITING("Terminating:Wait"),
    DRAINING("DRAINING"),
    OUT_OF_LOAD_BALANCERS("out of load balancers"),
    LAST_TASK_STOPPED("last task stopped"),
    SAFE("safe"),
    COMPLETED("completed"),
    TERMINATED("terminated");

    private final String words;

    Milestone(String words) {
        this.words = words;
    }

    /** The milestone as AWS or the specification calls it. */
    public String words() {
        return words;
    }
}
