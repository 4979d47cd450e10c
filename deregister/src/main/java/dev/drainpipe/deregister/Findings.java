package dev.drainpipe.deregister;

import dev.drainpipe.fleet.LoadBalancers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a search for the load balancers of one instance has found by now, and who did not answer. */
final class Findings {
    private final Optional<Set<String>> managed;
    private final List<String> classic = new ArrayList<>();
    private final List<String> targetGroups = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();
    private int notLookedAt;

    /** Begins a search; if ECS did not say what it manages, nothing can be found. */
    Findings(Optional<Set<String>> managed) {
        this.managed = managed;
        if (managed.isEmpty()) {
            silent.add("ECS did not say which load balancers it manages");
        }
    }

    /** What is left to ECS, if ECS said so. */
    Optional<Set<String>> managed() {
        return managed;
    }

    /** A Classic load balancer holds the instance, or drains it. */
    void classic(String name) {
        classic.add(name);
    }

    /** Whether a target group holds the instance, or drains it; none if it is not known yet. */
    void targetGroup(String arn, Optional<Boolean> holds) {
        if (holds.isEmpty()) {
            notLookedAt++;
        } else if (holds.get()) {
            targetGroups.add(arn);
        }
    }

    /** Somebody did not answer. */
    void silent(String words) {
        silent.add(words);
    }

    /** What the instance must leave. */
    LoadBalancers loadBalancers() {
        return new LoadBalancers(classic, targetGroups);
    }

    /** Who did not answer, in words. */
    List<String> unanswered() {
        List<String> unanswered = new ArrayList<>(silent);
        if (notLookedAt > 0) {
            unanswered.add(notLookedAt + " target groups have not said yet whether they hold it");
        }
        return unanswered;
    }
}
