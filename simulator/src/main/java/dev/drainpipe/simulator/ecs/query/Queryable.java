package dev.drainpipe.simulator.ecs.query;

import java.util.List;

/** Something of which a query can ask, such as a container instance. */
@FunctionalInterface
public interface Queryable {
    /** The values of a subject, such as {@code ec2InstanceId} or {@code attribute:stack}; none if it has none. */
    List<String> values(String subject);
}
