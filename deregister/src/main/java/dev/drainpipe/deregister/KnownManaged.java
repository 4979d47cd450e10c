package dev.drainpipe.deregister;

import dev.drainpipe.port.ManagedLoadBalancers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which load balancers ECS takes tasks in and out of, remembered for a minute.
 *
 * <p>A memory can leave a load balancer to ECS, never take one away from it: for one that is not remembered ECS is asked
 * anew, since a service that is a few seconds old may have it.
 */
final class KnownManaged {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final ManagedLoadBalancers managed;
    private final InstantSource clock;
    private final Map<String, Known> byCluster = new ConcurrentHashMap<>();

    private record Known(Set<String> loadBalancers, Instant until) {}

    /** Lives as long as its process, so that it remembers. */
    KnownManaged(ManagedLoadBalancers managed, InstantSource clock) {
        this.managed = managed;
        this.clock = clock;
    }

    /**
     * Those of a cluster's services.
     *
     * @param inQuestion those of which it must be certain whether they are among them
     * @throws dev.drainpipe.port.TryLater if ECS does not answer
     */
    Set<String> of(String cluster, Set<String> inQuestion) {
        Instant now = clock.instant();
        Known known = byCluster.get(cluster);
        if (known != null
                && now.isBefore(known.until())
                && known.loadBalancers().containsAll(inQuestion)) {
            return known.loadBalancers();
        }
        Set<String> answer = ask(cluster, inQuestion);
        byCluster.put(cluster, new Known(answer, now.plus(REMEMBERED)));
        return answer;
    }

    /** A list of services may be short once, and what it lacks would be taken away from ECS; so two must agree. */
    private Set<String> ask(String cluster, Set<String> inQuestion) {
        Set<String> answer = managed.of(cluster);
        if (answer.containsAll(inQuestion)) {
            return answer;
        }
        Set<String> both = new TreeSet<>(answer);
        both.addAll(managed.of(cluster));
        return both;
    }
}
