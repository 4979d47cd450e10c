package dev.drainpipe.deregister;

import dev.drainpipe.deregister.WayOut.Way;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.message.TerminationMessage;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The last stage of a drain: tells the task scaler which clusters have fewer instances now, and hands the instances over
 * to the terminator, ten per call.
 *
 * <p>The task scaler goes first by a few seconds, so that the desired count is lowered before the first instance is let go.
 * If it cannot be told, its next tick sees the same.
 */
final class HandOver {
    /** Longer than the task scaler takes from a message to its change, shorter than anybody would notice in a drain. */
    static final Duration HEAD_START = Duration.ofSeconds(5);

    private final Optional<Outbox> scalerQueue;
    private final Outbox terminationQueue;
    private final Attempts attempts;

    /** Without a queue of the task scaler nobody is woken. */
    HandOver(Optional<Outbox> scalerQueue, Outbox terminationQueue, Attempts attempts) {
        this.scalerQueue = scalerQueue;
        this.terminationQueue = terminationQueue;
        this.attempts = attempts;
    }

    /**
     * Hands over.
     *
     * @param works what to hand over
     * @param drained the clusters of which an instance was set to DRAINING in this pass
     * @return what failed, and why
     */
    Map<Work, String> run(List<Work> works, Set<String> drained) {
        Set<String> woken = wake(drained);
        Map<String, List<Work>> byMessage = byMessage(works);
        if (byMessage.isEmpty()) {
            return Map.of();
        }
        List<Outgoing> messages = new ArrayList<>();
        byMessage.forEach((id, same) -> messages.add(new Outgoing(
                id,
                message(same.get(0)),
                Map.of(),
                woken.contains(same.get(0).request().cluster()) ? HEAD_START : Duration.ZERO)));
        Optional<Map<String, String>> refused = attempts.ask(() -> terminationQueue.send(messages));
        Map<Work, String> failed = new LinkedHashMap<>();
        byMessage.forEach((id, same) -> {
            String why = refused.map(all -> all.get(id)).orElse(refused.isPresent() ? "" : "the call failed");
            if (!why.isEmpty()) {
                same.forEach(work -> failed.put(work, "could not be handed over: " + why));
            }
        });
        return failed;
    }

    /** The clusters for which the task scaler was woken, one message each. */
    private Set<String> wake(Set<String> clusters) {
        Set<String> woken = new LinkedHashSet<>();
        if (scalerQueue.isEmpty() || clusters.isEmpty()) {
            return woken;
        }
        Map<String, String> clusterById = new LinkedHashMap<>();
        clusters.forEach(cluster -> clusterById.put(String.valueOf(clusterById.size()), cluster));
        List<Outgoing> messages = new ArrayList<>();
        clusterById.forEach((id, cluster) ->
                messages.add(new Outgoing(id, Json.text(Map.of("cluster_name", PlainName.of(cluster))), Map.of())));
        attempts.ask(() -> scalerQueue.get().send(messages))
                .ifPresent(refused -> clusterById.forEach((id, cluster) -> {
                    String why = refused.get(id);
                    if (why == null) {
                        woken.add(cluster);
                    } else {
                        attempts.journal().warn("The task scaler was not woken for " + cluster + ": " + why, Map.of());
                    }
                }));
        return woken;
    }

    /** A group is asked once to replace an instance, however many announcements ask for it. */
    private static Map<String, List<Work>> byMessage(List<Work> works) {
        Map<String, List<Work>> byContent = new LinkedHashMap<>();
        for (Work work : works) {
            String content = work.way() == Way.HAND_TO_ITS_GROUP
                    ? "replace " + work.request().instanceId()
                    : String.valueOf(byContent.size());
            byContent.computeIfAbsent(content, key -> new ArrayList<>()).add(work);
        }
        Map<String, List<Work>> byId = new LinkedHashMap<>();
        byContent.values().forEach(same -> byId.put(String.valueOf(byId.size()), same));
        return byId;
    }

    /**
     * With the container instance's ARN, by which the terminator learns for certain when it is gone, and the number of
     * its tasks, by which it knows how much news to wait for.
     */
    private static String message(Work work) {
        return work.arn().isEmpty()
                ? TerminationMessage.write(work.request())
                : TerminationMessage.write(
                        work.request().at(work.arn()),
                        OptionalInt.of(work.departure().ecs().tasks()));
    }
}
