package dev.drainpipe.simulator.ecs;

/**
 * The port on which a task answers, in the words of a task definition.
 *
 * @param containerPort the port inside the container, 1 to 65535
 * @param hostPort the port on the instance, so one task per instance; or 0: ECS chooses a free one for each task
 */
public record PortMapping(int containerPort, int hostPort) {
    /** The highest port there is. */
    private static final int LAST = 65535;

    public PortMapping {
        if (containerPort < 1 || containerPort > LAST || hostPort < 0 || hostPort > LAST) {
            throw new IllegalArgumentException("No such port mapping: %d to %d".formatted(hostPort, containerPort));
        }
    }

    /** Whether ECS chooses the host port. */
    public boolean dynamic() {
        return hostPort == 0;
    }
}
