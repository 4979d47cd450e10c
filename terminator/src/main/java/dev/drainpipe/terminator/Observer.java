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
    private final Attempts attempts;
    private final InstantSource clock;

    Observer(Places places, Agenda agenda, StandaloneTasks policy, Attempts attempts, InstantSource clock) {
        this.groups = places.groups();
        this.ecs = new EcsLook(places.containerInstances(), places.locator(), attempts);
        this.tasks = new TaskLook(places.tasks(), policy, clock, attempts);
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
        Map<String, Member> members = members(requests);
        Traffic balancers = traffic.look(leaving);
        Map<DrainRequest, Sight> sights = new LinkedHashMap<>();
        Map<DrainRequest, Place> places = ecs.places(requests);
        attempts.act(() -> tasks.prepare(
                leaving.stream().map(places::get).filter(Objects::nonNull).toList()));
        places.forEach((request, place) -> attempts.ask(() -> new Sight(
                        seenAt,
                        asked(request, members),
                        place,
                        leaves(request) ? tasks.look(place, closely.contains(request)) : TasksSeen.unknown(),
                        attachments(request, balancers)))
                .ifPresent(sight -> sights.put(request, sight)));
        return sights;
    }

    private Map<String, Member> members(Collection<DrainRequest> requests) {
        Set<String> ids =
                requests.stream().map(DrainRequest::instanceId).collect(Collectors.toCollection(LinkedHashSet::new));
        return attempts.ask(() -> groups.members(ids)).orElse(Map.of());
    }

    private Asked asked(DrainRequest request, Map<String, Member> members) {
        return new Asked(Membership.of(request, members.get(request.instanceId())), agenda.hookGone(request));
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
