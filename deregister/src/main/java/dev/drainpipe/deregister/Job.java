package dev.drainpipe.deregister;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * One thing that messages ask for: an instance, and why.
 *
 * @param request as the messages ask for it
 * @param clusterNamed whether the hook itself names the cluster; what is configured is but a guess
 * @param optedIn whether an operator asked for what follows from the reason, where that needs asking for
 * @param messageIds the messages that ask for it
 */
record Job(DrainRequest request, boolean clusterNamed, boolean optedIn, Set<String> messageIds) {
    Job {
        messageIds = Set.copyOf(messageIds);
    }

    /**
     * Whether another asks for the same: the same wait, or the same announcement. A message may have come without the
     * token that another one brings; two different tokens are two waits.
     */
    boolean same(Job other) {
        LifecycleAction mine = request.action();
        LifecycleAction theirs = other.request.action();
        return request.reason() == other.request.reason()
                && mine.instanceId().equals(theirs.instanceId())
                && mine.group().equals(theirs.group())
                && mine.hook().equals(theirs.hook())
                && (mine.token() == null || theirs.token() == null || Objects.equals(mine.token(), theirs.token()));
    }

    /** Both as one: with the token, the earliest sight, the earliest deadline. */
    Job with(Job other) {
        LifecycleAction action = request.action().token() == null ? other.request.action() : request.action();
        Set<String> ids = new LinkedHashSet<>(messageIds);
        ids.addAll(other.messageIds);
        DrainRequest both = new DrainRequest(
                action,
                request.cluster(),
                request.containerInstance(),
                request.loadBalancers(),
                request.occasion().with(other.request.occasion()));
        return new Job(both, clusterNamed || other.clusterNamed, optedIn || other.optedIn, ids);
    }
}
