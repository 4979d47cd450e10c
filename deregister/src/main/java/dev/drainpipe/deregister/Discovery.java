package dev.drainpipe.deregister;

import dev.drainpipe.deregister.KnownTargets.Look;
import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.port.ClassicListing;
import dev.drainpipe.port.ClassicLoadBalancers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the load balancers that hold instances outside ECS, where nobody named any.
 *
 * <p>Every Classic load balancer is asked for the instances by their ids, each time: one that drains an instance may list
 * it nowhere else, and a drain that a crash cut short must be waited for, too. Target groups are asked for all their
 * targets, which {@link KnownTargets} remembers. Those that ECS manages for the instance's cluster are left to ECS.
 */
final class Discovery {
    /** What must be left for draining and handing over what was found. */
    private static final Duration REST_OF_A_PASS = Duration.ofSeconds(5);

    /** Throttles come in rows: after this many in one pass nobody is asked for more. */
    private static final int MOST_FAILURES = 3;

    private final Sources sources;
    private final Attempts attempts;
    private final TimeLeft time;

    /**
     * Who is asked.
     *
     * @param names which Classic load balancers there are
     * @param classic how instances stand with one
     * @param targets who is in the target groups
     * @param managed what ECS manages
     */
    record Sources(ClassicListing names, ClassicLoadBalancers classic, KnownTargets targets, KnownManaged managed) {}

    Discovery(Sources sources, Attempts attempts, TimeLeft time) {
        this.sources = sources;
        this.attempts = attempts;
        this.time = time;
    }

    /** What was found for each instance, and who did not answer. */
    Map<Departure, Findings> find(List<Departure> departures) {
        Map<Departure, Findings> found = new LinkedHashMap<>();
        departures.forEach(departure -> found.put(departure, new Findings(managed(departure))));
        Map<Departure, Findings> answerable = new LinkedHashMap<>(found);
        answerable.values().removeIf(findings -> findings.managed().isEmpty());
        if (!answerable.isEmpty()) {
            findClassic(answerable);
            findTargetGroups(answerable);
        }
        return found;
    }

    /** An instance that ECS does not have has no task that ECS would take out of anything. */
    private Optional<Set<String>> managed(Departure departure) {
        return departure.inEcs()
                ? attempts.ask(() -> sources.managed().of(departure.request().cluster(), Set.of()))
                : Optional.of(Set.of());
    }

    private void findClassic(Map<Departure, Findings> found) {
        Optional<Set<String>> names = attempts.ask(this::names);
        if (names.isEmpty()) {
            found.values().forEach(findings -> findings.silent("nobody said which Classic load balancers there are"));
        }
        for (String name : new TreeSet<>(names.orElse(Set.of()))) {
            Map<Departure, Findings> concerned = concerned(found, name);
            Set<String> ids = concerned.keySet().stream()
                    .map(departure -> departure.request().instanceId())
                    .collect(Collectors.toSet());
            Map<String, Attachment> answer = ids.isEmpty()
                    ? Map.of()
                    : attempts.ask(() -> sources.classic().attachments(name, ids))
                            .orElse(Map.of());
            concerned.forEach((departure, findings) -> {
                switch (answer.getOrDefault(departure.request().instanceId(), Attachment.UNKNOWN)) {
                    case REGISTERED, DRAINING -> findings.classic(name);
                    case OUT -> {}
                    case UNKNOWN -> findings.silent(name + " did not answer");
                }
            });
        }
    }

    /** A list may be short once, and whoever is missed keeps its requests: what either of two says is there. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>(sources.names().names());
        names.addAll(sources.names().names());
        return names;
    }

    private void findTargetGroups(Map<Departure, Findings> found) {
        Optional<Set<String>> arns = attempts.ask(sources.targets()::groups);
        if (arns.isEmpty()) {
            found.values().forEach(findings -> findings.silent("nobody said which target groups there are"));
        }
        Sweep sweep = new Sweep();
        for (String arn : new TreeSet<>(arns.orElse(Set.of()))) {
            Map<Departure, Findings> concerned = concerned(found, arn);
            Optional<Look> look = sweep.look(arn, concerned.keySet());
            concerned.forEach((departure, findings) -> findings.targetGroup(
                    arn,
                    look.filter(l -> tells(l, departure))
                            .map(l ->
                                    l.instanceIds().contains(departure.request().instanceId()))));
        }
    }

    /** One way through all target groups, until time is short or too many do not answer; the next goes on from there. */
    private final class Sweep {
        private int failures;

        /** The latest look at a group: a new one, if the last one does not tell of all who want to know. */
        Optional<Look> look(String arn, Set<Departure> concerned) {
            Optional<Look> last = sources.targets().remembered(arn);
            boolean enough = concerned.stream()
                    .allMatch(departure -> last.filter(l -> tells(l, departure)).isPresent());
            if (enough || failures == MOST_FAILURES || !time.allows(REST_OF_A_PASS)) {
                return last;
            }
            Optional<Look> anew = attempts.ask(() -> sources.targets().look(arn));
            failures += anew.isPresent() ? 0 : 1;
            return anew.or(() -> last);
        }
    }

    private static Map<Departure, Findings> concerned(Map<Departure, Findings> found, String loadBalancer) {
        Map<Departure, Findings> concerned = new LinkedHashMap<>(found);
        concerned
                .values()
                .removeIf(findings -> findings.managed().orElse(Set.of()).contains(loadBalancer));
        return concerned;
    }

    private static boolean tells(Look look, Departure departure) {
        return look.tellsOf(departure.ecs(), departure.request().firstSeen());
    }
}
