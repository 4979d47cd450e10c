package dev.drainpipe.simulator.ecs.schedule;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A container instance on which a task might be placed.
 *
 * @param id its id
 * @param connected whether its agent is connected
 * @param freeSlots how many slots are free
 * @param takenPorts the host ports that are taken
 * @param groupTasks how many tasks of the same group are on it
 * @param tasks how many tasks are on it
 */
public record Place(String id, boolean connected, int freeSlots, Set<Integer> takenPorts, int groupTasks, int tasks) {
    public Place {
        takenPorts = Set.copyOf(takenPorts);
    }

    /**
     * Why the task cannot be placed here, in the words of RunTask's failures (Amazon ECS Developer Guide, "Amazon ECS
     * API failure reasons"); empty if it can.
     */
    public Optional<String> refusal(Need need) {
        if (!connected) {
            return Optional.of("AGENT");
        }
        if (need.slots() > freeSlots) {
            return Optional.of("RESOURCE:CPU");
        }
        if (need.hostPort().isPresent() && takenPorts.contains(need.hostPort().getAsInt())) {
            return Optional.of("RESOURCE:PORTS");
        }
        return Optional.empty();
    }

    /** This place once such a task of the group is on it. */
    public Place with(Need need) {
        Set<Integer> ports = new HashSet<>(takenPorts);
        need.hostPort().ifPresent(ports::add);
        return new Place(id, connected, freeSlots - need.slots(), ports, groupTasks + 1, tasks + 1);
    }
}
