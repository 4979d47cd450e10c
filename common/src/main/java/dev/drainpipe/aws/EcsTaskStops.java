package dev.drainpipe.aws;

import dev.drainpipe.port.TaskStops;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Stops tasks with StopTask. */
public final class EcsTaskStops implements TaskStops {
    private final EcsClient ecs;

    public EcsTaskStops(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public void stop(String cluster, String taskId, String reason) {
        try {
            AwsErrors.calling(
                    "stopping the task " + taskId + " of " + cluster,
                    () -> ecs.stopTask(
                            request -> request.cluster(cluster).task(taskId).reason(reason)));
        } catch (AwsServiceException e) {
            if (!AwsErrors.noTask(e)) {
                throw e;
            }
        }
    }
}
