package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Member;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.fleet.Traffic;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.port.ClassicLoadBalancers;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.Groups;
import dev.drainpipe.port.TargetGroups;
import dev.drainpipe.terminator.Sight.Asked;
import dev.drainpipe.terminator.Sight.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at many instances at once, in bulk calls, and puts together what was seen of each.
 *
 * <p>What did not answer is unknown for the instances that it concerns, and for no others.
 */
final class Observer {
    /**
     * The places to look at.
     *
     * @param groups the Auto Scaling groups
     * @param containerInstances ECS, by instance
     * @param locator ECS, in all clusters; it lives as long as the process
     * @param tasks ECS, by task
     * @param classic Classic load balancers
     * @param targetGroups target groups
     */
    record Places(
            Groups groups,
            ContainerInstances containerInstances,
            Locator locator,
            TaskLook.Sources tasks,
            ClassicLoadBalancers classic,
            TargetGroups targetGroups) {}

    private final Groups groups;
    private final EcsLook ecs;
    private final TaskLook tasks;
    private final TrafficLook traffic;
    private final Agenda agenda;
    private final boolean toldOfTasks;
    private final Attempts attempts;
    private final InstantSource clock;

    Observer(Places places, Agenda agenda, Policy policy, Attempts attempts, InstantSource clock) {
        this.groups = places.groups();
        this.ecs = new EcsLook(places.containerInstances(), places.locator(), attempts);
        this.tasks = new TaskLook(places.tasks(), policy.standaloneTasks(), clock, attempts);
        this.toldOfTasks = policy.toldOfTasks();
        this.traffic = new TrafficLook(places.classic(), places.targetGroups(), attempts);
        this.agenda = agenda;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What is seen of each instance now; one whose sight could not be put together is missing. */
    Map<DrainRequest, Sight> look(Collection<DrainRequest> requests) {
        Instant seenAt = clock.instant();
        List<DrainRequest> leaving = requests.stream().filter(Observer::leaves).toList();
        Set<DrainRequest> closely =
                attempts.ask(() -> agenda.closely(leaving, seenAt)).orElse(Set.of());
        Traffic balancers = traffic.look(leaving);
        Map<DrainRequest, Sight> sights = new LinkedHashMap<>();
        Map<DrainRequest, Place> places = ecs.places(requests);
        attempts.act(() -> tasks.prepare(
                leaving.stream().map(places::get).filter(Objects::nonNull).toList()));
        places.forEach((request, place) -> attempts.ask(() -> new Sight(
                        seenAt,
                        new Asked(Membership.SAID_BY_TOKEN, agenda.hookGone(request)),
                        place,
                        leaves(request) ? tasks.look(place, closely.contains(request)) : TasksSeen.unknown(),
                        attachments(request, balancers)))
                .ifPresent(sight -> sights.put(request, sight)));
        askGroups(sights);
        return sights;
    }

    /**
     * Asks Auto Scaling who waits; but where news say when to look, not about a wait whose token we have and that nothing
     * else holds, since the answer to it will be accepted only if somebody still waits.
     */
    private void askGroups(Map<DrainRequest, Sight> sights) {
        Set<DrainRequest> open = new LinkedHashSet<>(sights.keySet());
        open.removeIf(request -> saidByToken(request, sights.get(request)));
        if (open.isEmpty()) {
            return;
        }
        Set<String> ids =
                open.stream().map(DrainRequest::instanceId).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Member> members = attempts.ask(() -> groups.members(ids)).orElse(Map.of());
        for (DrainRequest request : open) {
            Asked asked =
                    new Asked(Membership.of(request, members.get(request.instanceId())), agenda.hookGone(request));
            sights.computeIfPresent(request, (same, sight) -> sight.with(asked));
        }
    }

    private boolean saidByToken(DrainRequest request, @Nullable Sight sight) {
        return sight != null
                && toldOfTasks
                && Kind.of(request) == Kind.LET_GO
                && request.action().token() != null
                && SafeToTerminate.decide(sight, agenda.term(request), sight.seenAt())
                                .verdict()
                        == Verdict.TERMINATE;
    }

    /** Of an instance that enters, neither tasks nor load balancers matter. */
    private static boolean leaves(DrainRequest request) {
        return Kind.of(request) != Kind.LET_IN;
    }

    /** With a target group an instance stands as its busiest port does; it is out when every port is. */
    private static Map<String, Attachment> attachments(DrainRequest request, Traffic balancers) {
        if (!leaves(request)) {
            return Map.of();
        }
        Map<String, Attachment> attachments = new HashMap<>(balancers.classicOf(request));
        balancers
                .targetsOf(request)
                .forEach((arn, targets) -> attachments.put(
                        arn,
                        targets.stream()
                                .map(Target::attachment)
                                .min(Comparator.naturalOrder())
                                .orElse(Attachment.OUT)));
        return attachments;
    }
}
