package dev.drainpipe.port;

/** Answers how many instances a cluster has. */
public interface Headcount {
    /**
     * How many container instances are ACTIVE; DRAINING ones are not.
     *
     * @throws TryLater if ECS does not answer
     */
    int active(String cluster);

    /**
     * How many of the ACTIVE ones have a connected agent.
     *
     * @throws TryLater if ECS does not answer
     */
    int activeAndConnected(String cluster);
}
