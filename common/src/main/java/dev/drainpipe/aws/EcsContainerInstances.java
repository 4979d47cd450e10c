package dev.drainpipe.aws;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.TryLater;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesResponse;

/** Looks instances up with ListContainerInstances and DescribeContainerInstances. */
public final class EcsContainerInstances implements ContainerInstances {
    /** How many ids go into one filter expression; AWS names no limit, so this stays modest. */
    private static final int IDS_PER_FILTER = 50;

    /** Amazon ECS API reference, DescribeContainerInstances. */
    private static final int ARNS_PER_DESCRIBE = 100;

    private static final Map<String, Status> STATUSES = Map.of(
            "ACTIVE", Status.ACTIVE,
            "DRAINING", Status.DRAINING,
            "REGISTERING", Status.REGISTERING,
            "REGISTRATION_FAILED", Status.LEAVING,
            "DEREGISTERING", Status.LEAVING,
            "INACTIVE", Status.GONE);

    private final EcsClient ecs;

    public EcsContainerInstances(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> instanceIds) {
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        for (List<String> ids : Chunks.of(instanceIds, IDS_PER_FILTER)) {
            List<String> arns = list(cluster, ids);
            boolean all = describe(cluster, arns, found);
            ids.forEach(id -> found.putIfAbsent(id, all ? ContainerInstance.gone(id) : ContainerInstance.unknown(id)));
        }
        return found;
    }

    @Override
    public Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn) {
        Map<String, ContainerInstance> found = new LinkedHashMap<>();
        for (List<String> arns : Chunks.of(instanceIdByArn.keySet(), ARNS_PER_DESCRIBE)) {
            try {
                DescribeContainerInstancesResponse answer = describe(cluster, arns);
                answer.containerInstances().forEach(seen -> keep(found, value(seen)));
                answer.failures().stream()
                        .filter(failure -> AwsErrors.gone(failure.reason()))
                        .map(failure -> instanceIdByArn.getOrDefault(failure.arn(), ""))
                        .forEach(id -> found.putIfAbsent(id, ContainerInstance.gone(id)));
            } catch (AwsServiceException e) {
                // ECS refuses to delete a cluster that has instances, so a cluster that is gone has none.
                if (!AwsErrors.noCluster(e)) {
                    throw e;
                }
                arns.forEach(arn -> {
                    String id = String.valueOf(instanceIdByArn.get(arn));
                    found.put(id, ContainerInstance.gone(id));
                });
            }
        }
        instanceIdByArn.values().forEach(id -> found.putIfAbsent(id, ContainerInstance.unknown(id)));
        return found;
    }

    private List<String> list(String cluster, List<String> ids) {
        String filter = ids.stream().collect(Collectors.joining("','", "ec2InstanceId in ['", "']"));
        try {
            return AwsErrors.calling(
                    "listing container instances of " + cluster,
                    () ->
                            ecs
                                    .listContainerInstancesPaginator(
                                            request -> request.cluster(cluster).filter(filter))
                                    .stream()
                                    .flatMap(page -> requireList(page, cluster).containerInstanceArns().stream())
                                    .toList());
        } catch (AwsServiceException e) {
            // ECS refuses to delete a cluster that has instances, so a cluster that is gone has none.
            if (AwsErrors.noCluster(e)) {
                return List.of();
            }
            throw e;
        }
    }

    /** ECS lists no instances as an empty list; an answer without any list is none. */
    private static ListContainerInstancesResponse requireList(ListContainerInstancesResponse page, String cluster) {
        if (!page.hasContainerInstanceArns()) {
            throw new TryLater("listing container instances of " + cluster + ": an answer without a list");
        }
        return page;
    }

    private boolean describe(String cluster, List<String> arns, Map<String, ContainerInstance> found) {
        boolean all = true;
        for (List<String> chunk : Chunks.of(arns, ARNS_PER_DESCRIBE)) {
            DescribeContainerInstancesResponse answer = describe(cluster, chunk);
            answer.containerInstances().forEach(seen -> keep(found, value(seen)));
            all = all && answer.containerInstances().size() == chunk.size();
        }
        return all;
    }

    private DescribeContainerInstancesResponse describe(String cluster, List<String> arns) {
        return AwsErrors.calling(
                "describing container instances of " + cluster,
                () -> ecs.describeContainerInstances(
                        request -> request.cluster(cluster).containerInstances(arns)));
    }

    /** An instance may be registered twice, once in vain; the registration that may still get tasks counts. */
    private static void keep(Map<String, ContainerInstance> found, ContainerInstance seen) {
        found.merge(seen.instanceId(), seen, (one, other) -> one.status().compareTo(other.status()) <= 0 ? one : other);
    }

    private static ContainerInstance value(software.amazon.awssdk.services.ecs.model.ContainerInstance seen) {
        return new ContainerInstance(
                seen.ec2InstanceId(),
                seen.containerInstanceArn(),
                STATUSES.getOrDefault(seen.status(), Status.UNKNOWN),
                Boolean.TRUE.equals(seen.agentConnected()),
                count(seen.runningTasksCount()) + count(seen.pendingTasksCount()),
                seen.registeredAt());
    }

    private static int count(Integer number) {
        return number == null ? 0 : number;
    }
}
