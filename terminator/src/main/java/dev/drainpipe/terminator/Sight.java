package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one look saw of one instance.
 *
 * @param seenAt when the look began; nothing in here is older
 * @param asked whether somebody waits for us
 * @param place where ECS has it
 * @param tasks what was seen of its tasks
 * @param loadBalancers how it stands with each load balancer that it must have left
 */
public record Sight(Instant seenAt, Asked asked, Place place, TasksSeen tasks, Map<String, Attachment> loadBalancers) {
    public Sight {
        loadBalancers = Collections.unmodifiableMap(new TreeMap<>(loadBalancers));
    }

    /**
     * Who waits, and on what.
     *
     * @param membership whether the instance's group waits
     * @param hookGone whether Auto Scaling said that the hook does not exist; not merely that it did not answer
     */
    public record Asked(Membership membership, boolean hookGone) {}

    /**
     * Where an instance is.
     *
     * @param cluster the cluster's name; empty if no cluster has it, or none answered
     * @param instance what ECS says of it
     */
    public record Place(String cluster, ContainerInstance instance) {}

    /** The same sight, with what was found out about who waits. */
    Sight with(Asked found) {
        return new Sight(seenAt, found, place, tasks, loadBalancers);
    }

    /** Whether its group waits. */
    public Membership membership() {
        return asked.membership();
    }

    /** What ECS says of it. */
    public ContainerInstance ecs() {
        return place.instance();
    }

    /** How old it is. */
    public Duration age(Instant now) {
        return Duration.between(seenAt, now);
    }
}
