package dev.drainpipe.taskscaler;

import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.port.Headcount;
import dev.drainpipe.port.Services;
import dev.drainpipe.taskscaler.DesiredTasks.Instances;
import dev.drainpipe.taskscaler.DesiredTasks.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One tick: reads each service and counts the instances, asks {@link DesiredTasks}, and changes what differs.
 *
 * <p>A tick that changes nothing costs two calls per cluster; connected agents are counted only where a raise is in
 * question. A read that fails changes nothing.
 */
final class ScalerStep {
    private final Services services;
    private final Headcount headcount;
    private final Journal journal;
    private final Attempts attempts;

    ScalerStep(Services services, Headcount headcount, Journal journal) {
        this.services = services;
        this.headcount = headcount;
        this.journal = journal;
        this.attempts = new Attempts(journal);
    }

    /** Does the tick; one service's failure does not keep the others from it. */
    void run(ScalerInput input) {
        Map<String, List<ServiceRule>> byCluster = input.rules().stream()
                .collect(Collectors.groupingBy(ServiceRule::cluster, LinkedHashMap::new, Collectors.toList()));
        byCluster.forEach((cluster, rules) -> {
            List<String> names = rules.stream().map(ServiceRule::service).toList();
            Optional<Map<String, Service>> seen = attempts.ask(() -> services.describe(cluster, names));
            Counter counter = new Counter(cluster);
            seen.ifPresent(found ->
                    rules.forEach(rule -> attempts.act(() -> tick(rule, found, counter, input.dryRun()))));
        });
        attempts.rethrow();
    }

    private void tick(ServiceRule rule, Map<String, Service> found, Counter counter, boolean dryRun) {
        Service service = found.getOrDefault(rule.service(), new Service(rule.service(), 0, Scaling.MISSING));
        if (service.scaling() != Scaling.OURS) {
            journal.info(
                    "No action taken. " + rule + " is left alone: "
                            + service.scaling().reason(),
                    fields(rule));
            return;
        }
        Outcome outcome = Outcome.of(rule, service.desiredCount(), Instances.allConnected(counter.active()));
        if (outcome.answer().reason() == Reason.TOO_FEW) {
            outcome = Outcome.of(rule, service.desiredCount(), new Instances(counter.active(), counter.connected()));
        }
        if (outcome.answer().changes() && !dryRun) {
            services.setDesiredCount(
                    rule.cluster(), rule.service(), outcome.answer().count());
        }
        journal.info(outcome.line(dryRun), fields(rule));
    }

    private static Map<String, String> fields(ServiceRule rule) {
        return Map.of("cluster", rule.cluster(), "service", rule.service());
    }

    /** Counts a cluster's instances once per tick, however many services it has. */
    private final class Counter {
        private final String cluster;
        private final Map<String, Integer> known = new HashMap<>();

        Counter(String cluster) {
            this.cluster = cluster;
        }

        int active() {
            return known.computeIfAbsent("active", key -> headcount.active(cluster));
        }

        /** At most the active ones: an instance may have joined between the two counts. */
        int connected() {
            return Math.min(active(), known.computeIfAbsent("connected", key -> headcount.activeAndConnected(cluster)));
        }
    }
}
