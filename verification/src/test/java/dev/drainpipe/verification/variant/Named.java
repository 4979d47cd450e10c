package dev.drainpipe.verification.variant;

/** The invariants of the simulation by name, and why some variants are not found yet. */
final class Named {
    static final String EARLY = "NothingIsLetGoEarly";
    static final String TOUCHED = "NobodyIsTouchedUnasked";
    static final String LOST = "NoMessageIsLost";
    static final String TWICE = "CompletionsDoNotContradict";
    static final String COUNT = "CountsStayInBounds";
    static final String DRY_RUN = "DryRunsChangeNothing";
    static final String BUDGET = "CallsStayInBudget";
    static final String HEARTBEATS = "HeartbeatsAreLegal";
    static final String TRAFFIC = "NoRequestIsDropped";
    static final String LIVE = "EverythingSettles";
    static final String SECRET = "NoSecretIsWritten";

    static final String DEADLINE = "DeadlinesHold";
    static final String KEPT_OPEN = "WaitsAreKeptOpen";
    static final String FAILS = "NothingFailsByItself";
    static final String SETTLES = "CountsSettle";
    static final String IN_ORDER = "LoadBalancersAreLeftInOrder";
    static final String STOPS = "TasksAreStoppedAsTold";
    static final String STILL_ACTIVE = "ActiveInstancesStay";
    static final String FOUND_AGAIN = "LostWaitsAreFound";
    static final String RESULTS = "ResultsAreAsChosen";
    static final String LOWERED_FIRST = "CountsAreLoweredFirst";
    static final String SPARED = "HeartbeatsAreSpared";
    static final String RUBBISH = "RubbishIsKept";

    static final String TOO_RARE = "it takes a fault at one moment, which 110 seeds did not draw";

    private Named() {}
}
