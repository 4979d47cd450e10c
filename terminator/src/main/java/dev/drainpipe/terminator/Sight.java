package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.Membership;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one look saw of one instance.
 *
 * @param seenAt when the look began; nothing in here is older
 * @param membership how it stands with its group
 * @param ecs what ECS says of it
 * @param tasks what was seen of its tasks
 * @param loadBalancers how it stands with each load balancer that it must have left
 */
public record Sight(
        Instant seenAt,
        Membership membership,
        ContainerInstance ecs,
        TasksSeen tasks,
        Map<String, Attachment> loadBalancers) {
    public Sight {
        loadBalancers = Collections.unmodifiableMap(new TreeMap<>(loadBalancers));
    }
}
