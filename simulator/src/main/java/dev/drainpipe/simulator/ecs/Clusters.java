package dev.drainpipe.simulator.ecs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All clusters, by their names. */
final class Clusters {
    /** The cluster that is meant when none is named (Amazon ECS API reference). */
    static final String DEFAULT = "default";

    private final Map<String, SimulatedCluster> byName = new LinkedHashMap<>();
    private final Setting setting;

    Clusters(Setting setting) {
        this.setting = setting;
    }

    /** The ACTIVE cluster of this name, new if there is none yet. */
    SimulatedCluster create(String name) {
        SimulatedCluster cluster = byName.get(name);
        if (cluster == null || !cluster.active()) {
            cluster = new SimulatedCluster(name, arn(name));
            byName.put(name, cluster);
        }
        return cluster;
    }

    /** The ACTIVE cluster of this name or ARN, or of the default name; an error answer if there is none. */
    SimulatedCluster require(@Nullable String nameOrArn) {
        return find(nameOrArn).filter(SimulatedCluster::active).orElseThrow(EcsErrors::clusterNotFound);
    }

    /** The cluster of this name or ARN, or of the default name, also if it is INACTIVE. */
    Optional<SimulatedCluster> find(@Nullable String nameOrArn) {
        return Arns.find(nameOrArn == null ? DEFAULT : nameOrArn, byName, SimulatedCluster::arn);
    }

    Collection<SimulatedCluster> all() {
        return byName.values();
    }

    String arn(String name) {
        return setting.arn("cluster/" + name);
    }
}
