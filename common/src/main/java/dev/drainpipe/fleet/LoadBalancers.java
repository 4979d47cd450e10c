package dev.drainpipe.fleet;

import java.util.List;

/**
 * The load balancers that an instance must have left, as the operator named them, each once.
 *
 * <p>Those that ECS manages for its services are ECS's to drain and are not in here.
 *
 * @param classic names of Classic load balancers
 * @param targetGroups ARNs of target groups
 */
public record LoadBalancers(List<String> classic, List<String> targetGroups) {
    /** No load balancer at all. */
    public static final LoadBalancers NONE = new LoadBalancers(List.of(), List.of());

    public LoadBalancers {
        classic = classic.stream().distinct().toList();
        targetGroups = targetGroups.stream().distinct().toList();
    }
}
