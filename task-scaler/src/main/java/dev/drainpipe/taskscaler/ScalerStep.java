package dev.drainpipe.taskscaler;

import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.port.Headcount;
import dev.drainpipe.port.OtherScalers;
import dev.drainpipe.port.Services;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One tick: reads each service and counts the instances, asks {@link DesiredTasks}, and changes what differs, unless
 * somebody else scales it.
 *
 * <p>A tick that changes nothing costs two calls per cluster; other scalers are asked for only where something would be
 * changed, about all such services at once. A read that fails changes nothing.
 */
final class ScalerStep {
    private final Ports ports;
    private final Attempts attempts;
    private final Journal journal;

    /** What a tick needs of the world. */
    record Ports(Services services, Headcount headcount, OtherScalers otherScalers) {}

    ScalerStep(Ports ports, Attempts attempts) {
        this.ports = ports;
        this.attempts = attempts;
        this.journal = attempts.journal();
    }

    /** Does the tick; one service's failure does not keep the others from it. */
    void run(ScalerInput input) {
        Map<String, List<ServiceRule>> byCluster = input.rules().stream()
                .collect(Collectors.groupingBy(ServiceRule::cluster, LinkedHashMap::new, Collectors.toList()));
        List<Outcome> changes = new ArrayList<>();
        byCluster.forEach((cluster, rules) -> changes.addAll(look(cluster, rules)));
        if (!changes.isEmpty()) {
            List<ServiceName> names =
                    changes.stream().map(change -> change.rule().name()).toList();
            attempts.ask(() -> ports.otherScalers().of(names))
                    .ifPresent(others ->
                            changes.forEach(change -> attempts.act(() -> change(change, others, input.dryRun()))));
        }
    }

    /** What would have to be changed in a cluster; what would not is written down. */
    private List<Outcome> look(String cluster, List<ServiceRule> rules) {
        List<String> names = rules.stream().map(ServiceRule::service).toList();
        Census census = new Census(ports.headcount(), cluster);
        List<Outcome> changes = new ArrayList<>();
        attempts.ask(() -> ports.services().describe(cluster, names))
                .ifPresent(found -> rules.forEach(rule -> attempts.ask(() -> decide(rule, found, census))
                        .flatMap(outcome -> outcome)
                        .ifPresent(changes::add)));
        return changes;
    }

    private Optional<Outcome> decide(ServiceRule rule, Map<String, Service> found, Census census) {
        Service service = found.getOrDefault(rule.service(), new Service(rule.service(), 0, Scaling.MISSING));
        if (service.scaling() != Scaling.OURS) {
            journal.info(
                    "No action taken. " + rule + " is left alone: "
                            + service.scaling().reason(),
                    Outcome.fields(rule));
            return Optional.empty();
        }
        Outcome outcome = census.outcome(rule, service.desiredCount());
        if (outcome.answer().changes()) {
            return Optional.of(outcome);
        }
        journal.info(outcome.line(), outcome.fields());
        return Optional.empty();
    }

    private void change(Outcome outcome, Map<ServiceName, String> otherScalers, boolean dryRun) {
        ServiceRule rule = outcome.rule();
        String otherScaler = otherScalers.get(rule.name());
        if (otherScaler != null) {
            journal.info(outcome.leftTo(otherScaler), outcome.fields());
            return;
        }
        if (dryRun) {
            journal.wouldCall("ecs:UpdateService", outcome.leftOut());
            return;
        }
        ports.services()
                .setDesiredCount(
                        rule.cluster(), rule.service(), outcome.answer().count());
        journal.info(outcome.line(), outcome.fields());
    }
}
