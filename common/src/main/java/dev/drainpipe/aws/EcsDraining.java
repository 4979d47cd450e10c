package dev.drainpipe.aws;

import dev.drainpipe.port.Draining;
import dev.drainpipe.port.TryLater;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;

/** Sets container instances to DRAINING with UpdateContainerInstancesState. */
public final class EcsDraining implements Draining {
    /** Amazon ECS API reference, UpdateContainerInstancesState. */
    private static final int INSTANCES_PER_CALL = 10;

    private final EcsClient ecs;

    public EcsDraining(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public Map<String, String> drain(String cluster, Collection<String> containerInstances) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (List<String> arns : Chunks.of(containerInstances, INSTANCES_PER_CALL)) {
            try {
                drain(cluster, arns, refused);
            } catch (TryLater e) {
                arns.forEach(arn -> refused.put(arn, String.valueOf(e.getMessage())));
            }
        }
        return refused;
    }

    private void drain(String cluster, List<String> arns, Map<String, String> refused) {
        try {
            // The call succeeds even if every instance in it was refused; each says so for itself.
            update(cluster, arns).failures().stream()
                    .filter(failure -> !AwsErrors.gone(failure.reason()))
                    .forEach(failure -> refused.put(failure.arn(), failure.reason()));
        } catch (AwsServiceException e) {
            if (AwsErrors.refusedInput(e)) {
                // One that is not ACTIVE any more may spoil the call for all: each is asked for alone.
                oneByOne(cluster, arns, refused, e);
            } else if (!AwsErrors.noCluster(e)) {
                throw e;
            }
            // ECS refuses to delete a cluster that has instances, so a cluster that is gone has none.
        }
    }

    private void oneByOne(String cluster, List<String> arns, Map<String, String> refused, AwsServiceException why) {
        for (String arn : arns) {
            if (arns.size() == 1) {
                refused.put(arn, String.valueOf(why.awsErrorDetails().errorMessage()));
            } else {
                drain(cluster, List.of(arn), refused);
            }
        }
    }

    private UpdateContainerInstancesStateResponse update(String cluster, List<String> arns) {
        return AwsErrors.calling(
                "setting container instances of " + cluster + " to DRAINING",
                () -> ecs.updateContainerInstancesState(request ->
                        request.cluster(cluster).containerInstances(arns).status(ContainerInstanceStatus.DRAINING)));
    }
}
