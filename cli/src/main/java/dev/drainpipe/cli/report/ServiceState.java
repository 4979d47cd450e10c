package dev.drainpipe.cli.report;

/**
 * The counts of the service at a moment.
 *
 * @param desired the desired task count
 * @param running tasks RUNNING
 * @param healthy running tasks that serve
 */
public record ServiceState(int desired, int running, int healthy) {
    /** Before anything was heard of it. */
    public static final ServiceState NONE = new ServiceState(0, 0, 0);
}
