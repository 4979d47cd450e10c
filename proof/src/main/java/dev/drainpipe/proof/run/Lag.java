package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Trouble;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.fault.StaleReads;
import dev.drainpipe.simulator.fault.Staleness;
import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers reads as of a moment ago, while a trouble says so. */
final class Lag {
    private static final double HALF = 0.5;

    private final Dice dice;
    private final List<Trouble.StaleReads> active = new ArrayList<>();

    /** Remembers only if the plan ever needs it, since that costs time. */
    Lag(SimulatedAws aws, Plan plan) {
        this.dice = aws.world().dice().of("stale reads");
        List<Trouble.StaleReads> all = plan.troubles().stream()
                .filter(Trouble.StaleReads.class::isInstance)
                .map(Trouble.StaleReads.class::cast)
                .toList();
        if (!all.isEmpty()) {
            Duration longest = all.stream()
                    .map(Trouble.StaleReads::age)
                    .max(Duration::compareTo)
                    .orElseThrow();
            aws.dispatcher()
                    .add(new StaleReads(
                            aws.world(),
                            List.of(aws.ecs(), aws.classicElb(), aws.elbV2(), aws.autoScaling()),
                            Set.of("deregister", "terminator", "task-scaler"),
                            new Staleness(longest, call -> age())));
        }
    }

    private Duration age() {
        return active.stream()
                .map(Trouble.StaleReads::age)
                .max(Duration::compareTo)
                .filter(age -> dice.fraction() < HALF)
                .map(age -> dice.between(Duration.ZERO, age))
                .orElse(Duration.ZERO);
    }

    void begin(Trouble.StaleReads trouble) {
        active.add(trouble);
    }

    void end(Trouble.StaleReads trouble) {
        active.remove(trouble);
    }
}
