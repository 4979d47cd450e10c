package dev.drainpipe.simulator.ecs.schedule;

import java.util.List;

/**
 * A container instance, as a daemon service sees it.
 *
 * @param id its id
 * @param status what it means for a daemon
 * @param daemons the ids of the service's tasks on it that are to run
 * @param ending whether a task of the service is ending on it
 * @param others whether tasks are left on it that the daemon has to outlive
 */
public record DaemonPlace(String id, Status status, List<String> daemons, boolean ending, boolean others) {
    public DaemonPlace {
        daemons = List.copyOf(daemons);
    }

    /** What a container instance's status and connection mean for a daemon. */
    public enum Status {
        /** ACTIVE, its agent connected: it has to have one. */
        OPEN,
        /** DRAINING, its agent connected: it must not have one in the end. */
        DRAINING,
        /** Its agent is not connected: nothing can be done. */
        SILENT
    }
}
