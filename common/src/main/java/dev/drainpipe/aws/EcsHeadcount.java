package dev.drainpipe.aws;

import dev.drainpipe.port.Headcount;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;

/** Counts instances with ListContainerInstances, all pages. */
public final class EcsHeadcount implements Headcount {
    /** Amazon ECS Developer Guide, "Create expressions to define container instances for Amazon ECS tasks". */
    private static final String CONNECTED = "agentConnected == true";

    private final EcsClient ecs;

    public EcsHeadcount(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public int active(String cluster) {
        return count(request(cluster).build());
    }

    @Override
    public int activeAndConnected(String cluster) {
        return count(request(cluster).filter(CONNECTED).build());
    }

    private static ListContainerInstancesRequest.Builder request(String cluster) {
        return ListContainerInstancesRequest.builder().cluster(cluster).status(ContainerInstanceStatus.ACTIVE);
    }

    private int count(ListContainerInstancesRequest request) {
        return AwsErrors.calling(
                "counting instances of " + request.cluster(),
                () -> Math.toIntExact(ecs.listContainerInstancesPaginator(request).containerInstanceArns().stream()
                        .count()));
    }
}
