package dev.drainpipe.taskscaler;

import dev.drainpipe.port.Headcount;
import dev.drainpipe.taskscaler.DesiredTasks.Instances;
import java.util.HashMap;
import java.util.Map;

/**
 * The instances of one cluster, counted once per tick however many services it has; connected ones only where a raise is
 * in question, and all of them once more where a service would be told to run fewer tasks.
 */
final class Census {
    private final Headcount headcount;
    private final String cluster;
    private final Map<String, Integer> known = new HashMap<>();

    Census(Headcount headcount, String cluster) {
        this.headcount = headcount;
        this.cluster = cluster;
    }

    /** How many tasks a service should run, by as little evidence as will do. */
    Outcome outcome(ServiceRule rule, int current) {
        Outcome atBest = Outcome.of(rule, current, Instances.allConnected(active()));
        return switch (atBest.answer().reason()) {
            case TOO_FEW -> Outcome.of(rule, current, new Instances(active(), connected()));
            case TOO_MANY -> Outcome.of(rule, current, Instances.allConnected(activeForSure()));
            case RIGHT, IN_BETWEEN -> atBest;
        };
    }

    /** A list may be short once, and a count lowered by mistake stops tasks; so fewer are believed only if seen twice. */
    private int activeForSure() {
        return Math.max(active(), known.computeIfAbsent("active again", key -> headcount.active(cluster)));
    }

    private int active() {
        return known.computeIfAbsent("active", key -> headcount.active(cluster));
    }

    /** At most the active ones: an instance may have joined between the two counts. */
    private int connected() {
        return Math.min(active(), known.computeIfAbsent("connected", key -> headcount.activeAndConnected(cluster)));
    }
}
