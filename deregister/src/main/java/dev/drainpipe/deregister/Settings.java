package dev.drainpipe.deregister;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.lambda.RequiredTag;
import dev.drainpipe.message.HookMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every instance of a pass, unless its hook's metadata says otherwise.
 *
 * @param cluster the cluster's name or ARN, if one is named
 * @param loadBalancers what instances must leave besides what ECS manages
 * @param options what else an operator may choose
 */
record Settings(@Nullable String cluster, LoadBalancers loadBalancers, Options options) {
    /**
     * What an operator may choose.
     *
     * @param discover whether load balancers are looked for where none is named
     * @param replaceAnnounced whether an instance of which EC2 or AWS Health announces that it will leave is handed to its
     *     group, which replaces it
     * @param requiredTag the tag without which a group's instances are not touched, if any
     * @param dryRun whether nothing may be changed
     */
    record Options(
            boolean discover,
            boolean replaceAnnounced,
            @Nullable RequiredTag requiredTag,
            boolean dryRun) {
        /** Discovery, and nothing else. */
        static final Options DEFAULTS = new Options(true, false, null, false);
    }

    /** The request of an instance that waits on a hook. */
    DrainRequest request(LifecycleAction action, HookMetadata metadata, Occasion occasion) {
        String named = metadata.cluster() == null ? cluster : metadata.cluster();
        return new DrainRequest(
                action, named == null ? "" : named, null, metadata.loadBalancersOr(loadBalancers), occasion);
    }

    /** The request of an instance that was announced to leave. */
    DrainRequest request(String instanceId, Occasion occasion) {
        return new DrainRequest(
                LifecycleAction.none(instanceId, ""), cluster == null ? "" : cluster, null, loadBalancers, occasion);
    }
}
