package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.terminator.Sight.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds instances in ECS: by their ARNs where these are known, else in every cluster.
 *
 * <p>A name can be wrong and a list can lag, so an instance is gone only if it is gone everywhere; what was found once is
 * not looked for again in the same tick.
 */
final class EcsLook {
    /** ARNs of the longer kind name their cluster (Amazon ECS Developer Guide, "Amazon Resource Names (ARNs) and IDs"). */
    private static final Pattern NAMES_CLUSTER = Pattern.compile("arn:[^/]*:container-instance/([^/]+)/[^/]+");

    private final ContainerInstances containerInstances;
    private final Locator locator;
    private final Attempts attempts;
    private final Map<String, Place> found = new HashMap<>();

    EcsLook(ContainerInstances containerInstances, Locator locator, Attempts attempts) {
        this.containerInstances = containerInstances;
        this.locator = locator;
        this.attempts = attempts;
    }

    /** Where each instance is now. */
    Map<DrainRequest, Place> places(Collection<DrainRequest> requests) {
        Map<DrainRequest, Place> places = new LinkedHashMap<>();
        requests.forEach(request -> places.put(request, unknown(request)));
        byCluster(requests).forEach((cluster, idByArn) -> ask(cluster, idByArn, requests, places));
        Set<DrainRequest> missing = new LinkedHashSet<>(requests);
        missing.removeIf(request -> arn(request).isPresent()
                && places.getOrDefault(request, unknown(request)).instance().status() != Status.GONE);
        if (!missing.isEmpty()) {
            locate(missing, places);
        }
        return places;
    }

    private void ask(
            String cluster,
            Map<String, String> idByArn,
            Collection<DrainRequest> requests,
            Map<DrainRequest, Place> places) {
        Map<String, ContainerInstance> seen =
                attempts.ask(() -> containerInstances.byArn(cluster, idByArn)).orElse(Map.of());
        for (DrainRequest request : requests) {
            ContainerInstance instance = seen.get(request.instanceId());
            if (instance != null && arn(request).isPresent()) {
                places.put(request, new Place(cluster, instance));
            }
        }
    }

    private void locate(Set<DrainRequest> missing, Map<DrainRequest, Place> places) {
        attempts.ask(() -> locator.locate(missing, attempts)).orElse(Map.of()).forEach((request, located) -> {
            Place place = new Place(located.cluster(), located.instance());
            places.put(request, place);
            if (!place.instance().arn().isEmpty()) {
                found.put(request.instanceId(), place);
            }
        });
    }

    private Map<String, Map<String, String>> byCluster(Collection<DrainRequest> requests) {
        Map<String, Map<String, String>> byCluster = new LinkedHashMap<>();
        for (DrainRequest request : requests) {
            arn(request)
                    .ifPresent(at -> byCluster
                            .computeIfAbsent(at.cluster(), name -> new LinkedHashMap<>())
                            .put(at.arn(), request.instanceId()));
        }
        return byCluster;
    }

    /** An ARN and the cluster that it is asked in. */
    private record At(String cluster, String arn) {}

    /** What was found in this tick goes before what the message says; what ECS's own ARN says, before both. */
    private Optional<At> arn(DrainRequest request) {
        Place place = found.get(request.instanceId());
        String arn =
                place == null ? request.containerInstance() : place.instance().arn();
        String cluster = place == null ? request.cluster() : place.cluster();
        if (arn == null) {
            return Optional.empty();
        }
        Matcher named = NAMES_CLUSTER.matcher(arn);
        String asked = named.matches() ? named.group(1) : cluster;
        return asked.isEmpty() ? Optional.empty() : Optional.of(new At(asked, arn));
    }

    private static Place unknown(DrainRequest request) {
        return new Place(request.cluster(), ContainerInstance.unknown(request.instanceId()));
    }
}
