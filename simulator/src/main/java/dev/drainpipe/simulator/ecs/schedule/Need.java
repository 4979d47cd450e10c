package dev.drainpipe.simulator.ecs.schedule;

import java.util.OptionalInt;

/**
 * What a task needs of a container instance.
 *
 * @param slots how many free slots
 * @param hostPort the port that must be free, if it is a certain one
 */
public record Need(int slots, OptionalInt hostPort) {}
