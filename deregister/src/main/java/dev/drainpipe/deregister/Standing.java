package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.Target;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an instance stands with everything that it must leave.
 *
 * @param ecs what ECS says of it
 * @param classic how it stands with each Classic load balancer that it must leave, by name
 * @param targetGroups its targets in each target group that it must leave, by ARN; a group that did not answer has a
 *     target whose attachment is UNKNOWN
 */
public record Standing(ContainerInstance ecs, Map<String, Attachment> classic, Map<String, List<Target>> targetGroups) {
    public Standing {
        classic = Collections.unmodifiableMap(new TreeMap<>(classic));
        targetGroups = Collections.unmodifiableMap(new TreeMap<>(targetGroups));
    }
}
