package dev.drainpipe.fleet;

/**
 * One task that has not stopped.
 *
 * @param id the last part of its ARN
 * @param group {@code service:<name>} for a service's task, {@code family:<name>} for a standalone one unless set
 * @param status ECS's word for where it is in its life, such as {@code DEACTIVATING}
 * @param stopping whether it shall stop already: its desired status is STOPPED
 * @param kind who started it
 * @param protection whether ECS may stop it
 */
public record Task(String id, String group, String status, boolean stopping, Kind kind, Protection protection) {
    private static final String OF_A_SERVICE = "service:";

    /** Who started a task, and so who moves it when its instance drains. */
    public enum Kind {
        /** A service: ECS starts another elsewhere and stops it. */
        SERVICE,
        /** A daemon service: ECS stops it last, and starts none elsewhere. */
        DAEMON,
        /** Nobody whom ECS minds: it runs until it ends or is stopped. */
        STANDALONE
    }

    /** A task whose kind its group tells, as far as a group can. */
    public Task(String id, String group, String status, boolean stopping) {
        this(
                id,
                group,
                status,
                stopping,
                group.startsWith(OF_A_SERVICE) ? Kind.SERVICE : Kind.STANDALONE,
                Protection.UNKNOWN);
    }

    /** The same task, known to be a daemon service's. */
    public Task ofDaemon() {
        return new Task(id, group, status, stopping, Kind.DAEMON, protection);
    }

    /** The same task, with what is known of its protection. */
    public Task with(Protection seen) {
        return new Task(id, group, status, stopping, kind, seen);
    }

    /** Whether ECS does not move it by itself: it is standalone, or protected. */
    public boolean held() {
        return kind == Kind.STANDALONE || (kind == Kind.SERVICE && protection.active());
    }

    /** Its group, its id, its status. */
    @Override
    public String toString() {
        String until = protection.active() ? " (protected until " + protection.until() + ")" : "";
        return group + " " + id + " " + status + until;
    }
}
