package dev.drainpipe.deregister;

import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Traffic;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TrafficLook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the load balancers of many instances at once, each once: at those that are named, and where none is, at those
 * that are found.
 *
 * <p>What did not answer is unknown for the instances that it concerns, and for no others.
 */
final class Observer {
    private final Optional<Discovery> discovery;
    private final KnownManaged managed;
    private final TrafficLook traffic;
    private final Attempts attempts;

    /** Without a discovery only load balancers that are named are looked at. */
    Observer(Optional<Discovery> discovery, KnownManaged managed, TrafficLook traffic, Attempts attempts) {
        this.discovery = discovery;
        this.managed = managed;
        this.traffic = traffic;
        this.attempts = attempts;
    }

    /** How each instance stands now, and in its request what it must leave. */
    Map<Departure, Standing> look(List<Departure> departures) {
        Map<Departure, List<String>> unanswered = complete(departures);
        List<Departure> complete = List.copyOf(unanswered.keySet());
        Traffic balancers =
                traffic.look(complete.stream().map(Departure::request).toList());
        // After the load balancers: a service that began in between would not be known to have put the instance there.
        Map<String, Optional<Set<String>>> managedBy = managed(complete);
        Map<Departure, Standing> standings = new LinkedHashMap<>();
        unanswered.forEach((departure, silent) -> standings.put(
                departure,
                new Standing(
                        departure.ecs(),
                        balancers.classicOf(departure.request()),
                        balancers.targetsOf(departure.request()),
                        managedBy.getOrDefault(cluster(departure), Optional.of(Set.of())),
                        silent)));
        return standings;
    }

    /** With what was found, and who did not answer. */
    private Map<Departure, List<String>> complete(List<Departure> departures) {
        List<Departure> unnamed = departures.stream()
                .filter(departure -> departure.request().loadBalancers().equals(LoadBalancers.NONE))
                .toList();
        Map<Departure, Findings> found = unnamed.isEmpty()
                ? Map.of()
                : discovery.map(d -> d.find(unnamed)).orElse(Map.of());
        Map<Departure, List<String>> complete = new LinkedHashMap<>();
        for (Departure departure : departures) {
            Findings findings = found.get(departure);
            if (findings == null) {
                complete.put(departure, List.of());
            } else {
                complete.put(departure.leaving(findings.loadBalancers()), findings.unanswered());
            }
        }
        return complete;
    }

    /** Not asked where there is no load balancer. */
    private Map<String, Optional<Set<String>>> managed(List<Departure> departures) {
        Map<String, Set<String>> inQuestion = new LinkedHashMap<>();
        for (Departure departure : departures) {
            LoadBalancers loadBalancers = departure.request().loadBalancers();
            if (departure.inEcs() && !loadBalancers.equals(LoadBalancers.NONE)) {
                List<String> all = new ArrayList<>(loadBalancers.classic());
                all.addAll(loadBalancers.targetGroups());
                inQuestion
                        .computeIfAbsent(cluster(departure), key -> new HashSet<>())
                        .addAll(all);
            }
        }
        Map<String, Optional<Set<String>>> answers = new LinkedHashMap<>();
        inQuestion.forEach((cluster, names) -> answers.put(cluster, attempts.ask(() -> managed.of(cluster, names))));
        return answers;
    }

    private static String cluster(Departure departure) {
        return departure.request().cluster();
    }
}
