package dev.drainpipe.port;

import dev.drainpipe.fleet.ContainerInstance;
import java.util.Collection;
import java.util.Map;

/** Answers what ECS knows of instances. */
public interface ContainerInstances {
    /**
     * Looks instances up by their EC2 ids.
     *
     * @return one answer for every id asked; GONE if the list of the cluster's instances does not have it, which is weak
     *     evidence, since the list may lag
     * @throws TryLater if ECS does not answer
     */
    Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> instanceIds);

    /**
     * Looks instances up by their container instance ARNs.
     *
     * @param instanceIdByArn the ARNs, each with the EC2 id it stands for
     * @return one answer for every EC2 id; GONE only if ECS says so: INACTIVE, or MISSING under this very ARN
     * @throws TryLater if ECS does not answer
     */
    Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn);
}
