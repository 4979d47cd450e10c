package dev.drainpipe.taskscaler;

import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;

/**
 * What an operator wants of one service.
 *
 * @param cluster the cluster's name or ARN
 * @param service the service's name or ARN
 * @param bounds the numbers
 */
record ServiceRule(String cluster, String service, Bounds bounds) {
    /** Which service it is, however it is written here. */
    ServiceName name() {
        return ServiceName.of(cluster, service);
    }

    @Override
    public String toString() {
        return service + " in " + cluster;
    }
}
