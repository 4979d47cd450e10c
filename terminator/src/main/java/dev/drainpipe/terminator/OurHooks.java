package dev.drainpipe.terminator;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.port.GroupHooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers which termination hooks of a group are ours: those that notify the lifecycle queue, and those whose metadata
 * names a cluster as we read it.
 */
final class OurHooks {
    private final GroupHooks hooks;
    private final @Nullable String lifecycleQueueUrl;

    OurHooks(GroupHooks hooks, @Nullable String lifecycleQueueUrl) {
        this.hooks = hooks;
        this.lifecycleQueueUrl = lifecycleQueueUrl;
    }

    /**
     * Our termination hooks of a group; none if it has none, or does not exist.
     *
     * @throws dev.drainpipe.port.TryLater if Auto Scaling does not answer
     */
    List<Hook> of(String group) {
        return hooks.termination(group).stream().filter(this::ours).toList();
    }

    private boolean ours(Hook hook) {
        return notifiesOurQueue(hook.target()) || namesCluster(hook.metadata());
    }

    private boolean notifiesOurQueue(String target) {
        return lifecycleQueueUrl != null
                && target.endsWith(":" + lifecycleQueueUrl.substring(lifecycleQueueUrl.lastIndexOf('/') + 1));
    }

    private static boolean namesCluster(String metadata) {
        return Json.object(metadata)
                .map(document -> document.get("cluster_name"))
                .filter(name -> name instanceof String text && !text.isEmpty())
                .isPresent();
    }
}
