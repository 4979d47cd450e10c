package dev.drainpipe.port;

import dev.drainpipe.fleet.Service;
import java.util.Collection;
import java.util.Map;

/** ECS services, and how many tasks each is told to run. */
public interface Services {
    /**
     * What ECS says of services, asked by name or ARN.
     *
     * @return one answer for every name asked, under the name as asked
     * @throws TryLater if ECS does not answer
     */
    Map<String, Service> describe(String cluster, Collection<String> names);

    /**
     * Tells ECS how many tasks a service shall run. Starts no new deployment.
     *
     * @throws TryLater if ECS does not answer
     */
    void setDesiredCount(String cluster, String name, int count);
}
