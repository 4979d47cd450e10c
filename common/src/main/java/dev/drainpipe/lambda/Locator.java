package dev.drainpipe.lambda;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.port.Clusters;
import dev.drainpipe.port.ContainerInstances;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds instances in the account's clusters.
 *
 * <p>First where the request says, or where the last instance of the same group was; then everywhere. A name can be wrong,
 * and a list can lag: an instance is gone only if no cluster has it, the named one asked twice.
 */
public final class Locator {
    private final ContainerInstances containerInstances;
    private final Clusters clusters;
    private final Map<String, String> clusterByGroup = new ConcurrentHashMap<>();

    /** A locator lives as long as its process, so that it remembers where groups are. */
    public Locator(ContainerInstances containerInstances, Clusters clusters) {
        this.containerInstances = containerInstances;
        this.clusters = clusters;
    }

    /**
     * Where an instance is.
     *
     * @param cluster the cluster that has it; if none has, the one that was named, or empty
     * @param instance what ECS says of it
     */
    public record Located(String cluster, ContainerInstance instance) {}

    /** Where each instance is; UNKNOWN if a cluster that may have it did not answer. */
    public Map<DrainRequest, Located> locate(Collection<DrainRequest> requests, Attempts attempts) {
        Map<DrainRequest, Located> located = new LinkedHashMap<>();
        byGuess(requests)
                .forEach((cluster, asked) -> ask(cluster, asked, attempts)
                        .forEach((request, instance) -> located.put(request, new Located(cluster, instance))));
        Set<DrainRequest> missing = new LinkedHashSet<>(requests);
        missing.removeIf(request ->
                located.containsKey(request) && located.get(request).instance().status() != Status.GONE);
        if (!missing.isEmpty()) {
            located.putAll(everywhere(missing, attempts));
        }
        located.forEach(this::remember);
        return located;
    }

    private Map<String, Set<DrainRequest>> byGuess(Collection<DrainRequest> requests) {
        Map<String, Set<DrainRequest>> byGuess = new LinkedHashMap<>();
        for (DrainRequest request : requests) {
            String guess = request.cluster().isEmpty()
                    ? clusterByGroup.getOrDefault(request.action().group(), "")
                    : request.cluster();
            if (!guess.isEmpty()) {
                byGuess.computeIfAbsent(guess, key -> new LinkedHashSet<>()).add(request);
            }
        }
        return byGuess;
    }

    private Map<DrainRequest, Located> everywhere(Set<DrainRequest> missing, Attempts attempts) {
        Optional<Set<String>> all = attempts.ask(this::allClusters);
        Map<DrainRequest, Located> found = new LinkedHashMap<>();
        Set<DrainRequest> left = new LinkedHashSet<>(missing);
        Set<DrainRequest> unsure = new HashSet<>(all.isPresent() ? Set.of() : missing);
        for (String cluster : new TreeSet<>(all.orElse(Set.of()))) {
            if (!left.isEmpty()) {
                ask(cluster, left, attempts).forEach((request, instance) -> {
                    if (instance.status() == Status.UNKNOWN) {
                        unsure.add(request);
                    } else if (instance.status() != Status.GONE) {
                        found.put(request, new Located(cluster, instance));
                    }
                });
                left.removeAll(found.keySet());
            }
        }
        left.forEach(request ->
                found.put(request, new Located(request.cluster(), nowhere(request, unsure.contains(request)))));
        return found;
    }

    /** An account without any cluster is more likely an answer that is empty by mistake. */
    private Set<String> allClusters() {
        Set<String> once = clusters.all();
        return once.isEmpty() ? clusters.all() : once;
    }

    private static ContainerInstance nowhere(DrainRequest request, boolean unsure) {
        return unsure ? ContainerInstance.unknown(request.instanceId()) : ContainerInstance.gone(request.instanceId());
    }

    /** What one cluster says; UNKNOWN of each if it does not answer. */
    private Map<DrainRequest, ContainerInstance> ask(String cluster, Set<DrainRequest> requests, Attempts attempts) {
        Set<String> ids = requests.stream().map(DrainRequest::instanceId).collect(Collectors.toSet());
        Map<String, ContainerInstance> seen = attempts.ask(() -> containerInstances.byInstanceId(cluster, ids))
                .orElse(Map.of());
        Map<DrainRequest, ContainerInstance> answers = new LinkedHashMap<>();
        requests.forEach(request -> {
            String id = request.instanceId();
            answers.put(request, seen.getOrDefault(id, ContainerInstance.unknown(id)));
        });
        return answers;
    }

    private void remember(DrainRequest request, Located located) {
        String group = request.action().group();
        if (!group.isEmpty()
                && !located.cluster().isEmpty()
                && located.instance().status() != Status.GONE) {
            clusterByGroup.put(group, located.cluster());
        }
    }
}
