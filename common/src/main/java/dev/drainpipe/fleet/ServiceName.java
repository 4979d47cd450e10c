package dev.drainpipe.fleet;

/**
 * Which service is meant: the names of its cluster and of itself.
 *
 * <p>Operators write either of them as a name or as an ARN, and a service's ARN with or without its cluster in it
 * (Amazon ECS Developer Guide, "Amazon Resource Names (ARNs) and IDs"). All of them mean the same service.
 *
 * @param cluster the cluster's name
 * @param service the service's name
 */
public record ServiceName(String cluster, String service) {
    /** The service that these names or ARNs mean. */
    public static ServiceName of(String clusterNameOrArn, String serviceNameOrArn) {
        return new ServiceName(PlainName.of(clusterNameOrArn), PlainName.of(serviceNameOrArn));
    }

    @Override
    public String toString() {
        return service + " in " + cluster;
    }
}
