package dev.drainpipe.deregister;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.message.HookMetadata;
import dev.drainpipe.message.LifecycleMessage.Termination;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every instance of a pass, unless its hook's metadata says otherwise.
 *
 * @param cluster the cluster's name or ARN, if one is named
 * @param loadBalancers what instances must leave besides what ECS manages
 * @param dryRun whether nothing may be changed
 */
record Settings(@Nullable String cluster, LoadBalancers loadBalancers, boolean dryRun) {
    /** The drain that a message asks for; none if nobody says in which cluster. */
    Optional<DrainRequest> request(Termination termination, HookMetadata metadata, Instant sentAt) {
        return Optional.ofNullable(metadata.cluster() == null ? cluster : metadata.cluster())
                .map(named -> new DrainRequest(
                        termination.action(),
                        named,
                        null,
                        metadata.loadBalancersOr(loadBalancers),
                        termination.firstSeen(sentAt)));
    }
}
