package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.Target;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an instance stands with everything that it must leave.
 *
 * @param ecs what ECS says of it
 * @param classic how it stands with each Classic load balancer that it must leave, by name
 * @param targetGroups its targets in each target group that it must leave, by ARN; a group that did not answer has a
 *     target whose attachment is UNKNOWN
 * @param managed the load balancers that ECS takes tasks in and out of; none if ECS did not say
 * @param unanswered what was asked whether it holds the instance, and did not answer, in words
 */
public record Standing(
        ContainerInstance ecs,
        Map<String, Attachment> classic,
        Map<String, List<Target>> targetGroups,
        Optional<Set<String>> managed,
        List<String> unanswered) {
    /** How an instance stands of which every load balancer is known. */
    public Standing(
            ContainerInstance ecs,
            Map<String, Attachment> classic,
            Map<String, List<Target>> targetGroups,
            Optional<Set<String>> managed) {
        this(ecs, classic, targetGroups, managed, List.of());
    }

    public Standing {
        classic = Collections.unmodifiableMap(new TreeMap<>(classic));
        targetGroups = Collections.unmodifiableMap(new TreeMap<>(targetGroups));
        managed = managed.map(Set::copyOf);
        unanswered = List.copyOf(unanswered);
    }

    /**
     * Whether ECS takes the instance out of this load balancer, once others have taken over from the tasks on it. Without
     * tasks there is nothing that ECS would do.
     */
    boolean leftToEcs(String loadBalancer) {
        return ecs.tasks() > 0 && managed.orElse(Set.of()).contains(loadBalancer);
    }
}
