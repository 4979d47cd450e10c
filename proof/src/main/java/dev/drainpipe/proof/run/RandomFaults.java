package dev.drainpipe.proof.run;

import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import dev.drainpipe.proof.draw.Trouble.ApiFaults;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.fault.CallSite;
import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import dev.drainpipe.simulator.fault.Faults;
import dev.drainpipe.simulator.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets calls of the functions fail at random, while a trouble says so. */
final class RandomFaults {
    private static final int WHOLE = 100;

    private final Faults faults;
    private final Dice dice;
    private final Coverage coverage;
    private final List<ApiFaults> active = new ArrayList<>();
    private final Lies lies = new Lies();

    RandomFaults(SimulatedAws aws, Coverage coverage) {
        this.faults = new Faults(aws.world(), Set.of("deregister", "terminator", "task-scaler"));
        this.dice = aws.world().dice().of("random faults");
        this.coverage = coverage;
        aws.dispatcher().add((call, service) -> {
            lies.hear(call);
            return service;
        });
        aws.dispatcher().add(faults);
        for (FaultKind kind : FaultKind.values()) {
            faults.add(new Fault(kind, call -> befalls(kind, call)));
        }
        faults.begin();
    }

    void begin(ApiFaults trouble) {
        active.add(trouble);
    }

    void end(ApiFaults trouble) {
        active.remove(trouble);
    }

    private boolean befalls(FaultKind kind, CallSite call) {
        boolean due = active.stream()
                .anyMatch(trouble -> trouble.kind() == kind
                        && Pattern.matches(trouble.calls(), call.name())
                        && dice.below(WHOLE) < trouble.percent());
        boolean befalls = due && possible(kind, call);
        if (befalls) {
            coverage.add(Area.FAULT, kind.name());
        }
        return befalls;
    }

    private boolean possible(FaultKind kind, CallSite call) {
        return switch (kind) {
            case EMPTY_ANSWER, PARTIAL_ANSWER -> {
                boolean may = lies.may();
                if (may) {
                    lies.told();
                }
                yield may;
            }
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
