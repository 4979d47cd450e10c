package dev.drainpipe.fleet;

/**
 * One task that has not stopped.
 *
 * @param id the last part of its ARN
 * @param group {@code service:<name>} for a service's task, {@code family:<name>} for a standalone one unless set
 * @param status ECS's word for where it is in its life, such as {@code DEACTIVATING}
 */
public record Task(String id, String group, String status) {
    @Override
    public String toString() {
        return group + " " + id + " " + status;
    }
}
