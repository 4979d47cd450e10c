package dev.drainpipe.proof.invariant;

import java.util.List;

/** All invariants of a run. */
public final class Invariants {
    private Invariants() {}

    /** A fresh one of each, since some remember. */
    public static List<Invariant> of(Facts facts) {
        return List.of(
                new NothingIsLetGoEarly(facts),
                new NobodyIsTouchedUnasked(facts),
                new CompletionsDoNotContradict(),
                new CountsStayInBounds(),
                new DryRunsChangeNothing(),
                new HeartbeatsAreLegal(),
                new WaitsAreKeptOpen(),
                new DeadlinesHold(facts),
                new CallsStayInBudget(),
                new NoRequestIsDropped(),
                new NoSecretIsWritten(),
                new NoMessageIsLost(facts),
                new ResultsAreAsChosen(facts),
                new CountsAreLoweredFirst(facts),
                new HeartbeatsAreSpared(),
                new LostWaitsAreFound(facts),
                new RubbishIsKept(facts),
                new LoadBalancersAreLeftInOrder(facts),
                new TasksAreStoppedAsTold(),
                new ActiveInstancesStay(facts),
                new NothingFailsByItself(),
                new EverythingSettles(facts),
                new CountsSettle(facts));
    }
}
