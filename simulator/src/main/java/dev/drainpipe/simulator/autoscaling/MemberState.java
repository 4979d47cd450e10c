package dev.drainpipe.simulator.autoscaling;

/**
 * Where an instance of a group is in its life (EC2 Auto Scaling API, LifecycleState), as far as simulated.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, Instance.
 */
enum MemberState {
    PENDING("Pending", Kind.COUNTED),
    PENDING_WAIT("Pending:Wait", Kind.COUNTED),
    PENDING_PROCEED("Pending:Proceed", Kind.COUNTED),
    IN_SERVICE("InService", Kind.COUNTED),
    TERMINATING("Terminating", Kind.LEAVING),
    TERMINATING_WAIT("Terminating:Wait", Kind.LEAVING),
    TERMINATING_PROCEED("Terminating:Proceed", Kind.LEAVING),
    TERMINATING_RETAINED("Terminating:Retained", Kind.ASIDE),
    TERMINATED("Terminated", Kind.LEAVING),
    DETACHING("Detaching", Kind.LEAVING),
    DETACHED("Detached", Kind.LEAVING),
    ENTERING_STANDBY("EnteringStandby", Kind.ASIDE),
    STANDBY("Standby", Kind.ASIDE),
    WARMED_PENDING("Warmed:Pending", Kind.WARM),
    WARMED_PENDING_WAIT("Warmed:Pending:Wait", Kind.WARM),
    WARMED_PENDING_PROCEED("Warmed:Pending:Proceed", Kind.WARM),
    WARMED_RUNNING("Warmed:Running", Kind.WARM);

    private enum Kind {
        /** Counts towards the desired capacity. */
        COUNTED,
        /** On its way out. */
        LEAVING,
        /** In the group, but neither counted nor on its way. */
        ASIDE,
        /** In the warm pool, or on its way there. */
        WARM
    }

    private final String word;
    private final Kind kind;

    MemberState(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** AWS's word for it. */
    String word() {
        return word;
    }

    boolean counted() {
        return kind == Kind.COUNTED;
    }

    boolean leaving() {
        return kind == Kind.LEAVING;
    }

    boolean warm() {
        return kind == Kind.WARM;
    }
}
