package dev.drainpipe.aws;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.fleet.Protection;
import dev.drainpipe.port.TaskProtections;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ProtectedTask;

/** Reads protections with GetTaskProtection. */
public final class EcsTaskProtections implements TaskProtections {
    /** Amazon ECS API reference, GetTaskProtection. */
    private static final int TASKS_PER_CALL = 100;

    private final EcsClient ecs;

    public EcsTaskProtections(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public Map<String, Protection> of(String cluster, Collection<String> taskIds) {
        Map<String, Protection> found = new LinkedHashMap<>();
        for (List<String> ids : Chunks.of(taskIds, TASKS_PER_CALL)) {
            AwsErrors.calling(
                            "reading the protection of tasks of " + cluster,
                            () -> ecs.getTaskProtection(
                                    request -> request.cluster(cluster).tasks(ids)))
                    .protectedTasks()
                    .forEach(task -> found.put(PlainName.of(task.taskArn()), value(task)));
        }
        return found;
    }

    private static Protection value(ProtectedTask task) {
        Instant end = task.expirationDate();
        if (!Boolean.TRUE.equals(task.protectionEnabled())) {
            return Protection.NONE;
        }
        return end == null ? Protection.UNKNOWN : Protection.until(end);
    }
}
