package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.world.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** What calls of ECS need (Service Authorization Reference, "Actions, resources, and condition keys for Amazon ECS"). */
record EcsAccesses(Account account) implements Accesses {
    private static final String ARN = "arn:";
    private static final String CLUSTER = "cluster";

    /** The cluster that is meant when none is named (Amazon ECS API reference). */
    private static final String DEFAULT_CLUSTER = "default";

    /** Where the resources of an operation are: their type, and the request's member that names them. */
    private record Place(String type, String member) {}

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("DescribeContainerInstances", new Place("container-instance", "containerInstances")),
            Map.entry("UpdateContainerInstancesState", new Place("container-instance", "containerInstances")),
            // Of a whole cluster it needs all container instances.
            Map.entry("ListTasks", new Place("container-instance", "containerInstance")),
            Map.entry("DescribeTasks", new Place("task", "tasks")),
            Map.entry("GetTaskProtection", new Place("task", "tasks")),
            Map.entry("UpdateTaskProtection", new Place("task", "tasks")),
            Map.entry("StopTask", new Place("task", "task")),
            Map.entry("DescribeServices", new Place("service", "services")),
            Map.entry("UpdateService", new Place("service", "service")),
            Map.entry("DeleteService", new Place("service", "service")),
            Map.entry("CreateService", new Place("service", "serviceName")));

    @Override
    public Optional<List<Access>> of(String operation, SdkPojo request) {
        String action = "ecs:" + operation;
        Fields fields = new Fields(request);
        return switch (operation) {
            case "ListClusters" -> Optional.of(List.of(Access.toAnything(action)));
            case "ListServices" -> Optional.of(List.of(new Access(action, Access.ANY, inCluster(fields))));
            case "ListContainerInstances", "DeregisterContainerInstance", "DeleteCluster" ->
                Optional.of(List.of(new Access(action, clusterArn(fields), Map.of())));
            case "DescribeClusters" -> Optional.of(clusters(action, fields));
            default -> Optional.ofNullable(PLACES.get(operation)).map(place -> parts(action, place, fields));
        };
    }

    private List<Access> clusters(String action, Fields fields) {
        return named(fields, "clusters", DEFAULT_CLUSTER)
                .map(cluster -> new Access(action, arn(CLUSTER, cluster), Map.of()))
                .toList();
    }

    private List<Access> parts(String action, Place place, Fields fields) {
        String cluster = clusterArn(fields);
        String type = place.type() + "/" + cluster.substring(cluster.lastIndexOf('/') + 1);
        return named(fields, place.member(), Access.ANY)
                .map(part -> new Access(action, arn(type, part), inCluster(fields)))
                .toList();
    }

    private static Stream<String> named(Fields fields, String member, String ifNone) {
        List<String> named = fields.texts(member);
        return named.isEmpty() ? Stream.of(ifNone) : named.stream();
    }

    private Map<String, String> inCluster(Fields fields) {
        return Map.of(KeyTest.CLUSTER, clusterArn(fields));
    }

    private String clusterArn(Fields fields) {
        return arn(CLUSTER, fields.text(CLUSTER).orElse(DEFAULT_CLUSTER));
    }

    /** ECS takes names, ids and ARNs; an ARN is checked as it is given. */
    private String arn(String type, String given) {
        return given.startsWith(ARN) ? given : account.arn("ecs", type + "/" + given);
    }
}
