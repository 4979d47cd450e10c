package dev.drainpipe.aws;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.port.Clusters;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Lists clusters with ListClusters, all pages. */
public final class EcsClusters implements Clusters {
    private final EcsClient ecs;

    public EcsClusters(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public Set<String> all() {
        return AwsErrors.calling(
                "listing clusters",
                () -> ecs.listClustersPaginator().clusterArns().stream()
                        .map(PlainName::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
