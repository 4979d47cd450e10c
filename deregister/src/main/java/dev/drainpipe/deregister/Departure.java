package dev.drainpipe.deregister;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.GroupMember;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One job, and what is known about it by now.
 *
 * @param job what messages ask for
 * @param request the same, with the cluster, the group and the load balancers that were found
 * @param ecs what ECS says of the instance; UNKNOWN until it was asked
 * @param asked what is known, as the rule wants it
 */
record Departure(Job job, DrainRequest request, ContainerInstance ecs, Asked asked) {
    /** A job of which nothing is known but what its messages say. */
    static Departure of(Job job, boolean tagRequired) {
        DrainRequest request = job.request();
        Asked asked = new Asked(
                request.reason(),
                job.optedIn(),
                tagRequired ? Asked.Tag.NOT_ASKED : Asked.Tag.NOT_REQUIRED,
                Asked.Ecs.NOT_ASKED,
                Asked.Group.NOT_ASKED);
        return new Departure(job, request, ContainerInstance.unknown(request.instanceId()), asked);
    }

    /** What follows for it. */
    WayOut wayOut() {
        return WayOut.of(asked);
    }

    /** ECS was asked; it is in this cluster, or in none. */
    Departure located(String cluster, ContainerInstance seen) {
        Asked.Ecs known = switch (seen.status()) {
            case UNKNOWN -> Asked.Ecs.UNKNOWN;
            case GONE -> Asked.Ecs.NOWHERE;
            case ACTIVE, DRAINING, REGISTERING, LEAVING -> Asked.Ecs.FOUND;
        };
        return new Departure(job, request.in(cluster), seen, asked.with(known));
    }

    /** Auto Scaling was asked for its group. */
    Departure in(GroupMember member) {
        Asked.Group known = switch (member.stage()) {
            case IN_SERVICE -> Asked.Group.IN_SERVICE;
            case NOT_IN_SERVICE -> Asked.Group.NOT_IN_SERVICE;
            case NO_MEMBER -> Asked.Group.NONE;
        };
        DrainRequest found = new DrainRequest(
                LifecycleAction.none(request.instanceId(), member.group()),
                request.cluster(),
                request.containerInstance(),
                request.loadBalancers(),
                request.occasion());
        return new Departure(job, found, ecs, asked.with(known));
    }

    /** Auto Scaling did not say which group it is in. */
    Departure inWhoKnowsWhichGroup() {
        return new Departure(job, request, ecs, asked.with(Asked.Group.UNKNOWN));
    }

    /** Auto Scaling was asked for its group's tags. */
    Departure tagged(Asked.Tag known) {
        return new Departure(job, request, ecs, asked.with(known));
    }

    /** It must leave these load balancers. */
    Departure leaving(LoadBalancers found) {
        return new Departure(job, request.leaving(found), ecs, asked);
    }

    /** Whether it is known not to carry the tag that is required. */
    boolean lacksTag() {
        return asked.tag() == Asked.Tag.MISSING
                || (asked.tag() == Asked.Tag.NOT_ASKED && asked.group() == Asked.Group.NONE);
    }

    /** Whether ECS may have tasks on it. */
    boolean inEcs() {
        return ecs.status() != Status.GONE;
    }

    /** Who leaves, where from and, unless a hook waits, why. A cluster that nobody named for it must have been found. */
    String name() {
        boolean known = request.reason().awaited() || asked.ecs() == Asked.Ecs.FOUND;
        String where = request.cluster().isEmpty() || !known ? "" : " in " + request.cluster();
        String why = request.reason().awaited() ? "" : ", " + request.reason().word();
        return request.action() + where + why;
    }

    /** The same for programs. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("instance", request.instanceId());
        fields.put("group", request.action().group());
        fields.put("hook", request.action().hook());
        fields.put("cluster", request.cluster());
        fields.put("reason", request.reason().word());
        fields.put("firstSeen", request.firstSeen().toString());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
