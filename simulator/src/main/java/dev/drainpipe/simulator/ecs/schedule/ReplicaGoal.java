package dev.drainpipe.simulator.ecs.schedule;

/**
 * What a replica service wants.
 *
 * @param desired how many tasks
 * @param fewestHealthy how many must be healthy at any time
 * @param most how many there may be at any time
 * @param endingCount whether tasks that are ending count for the most
 */
public record ReplicaGoal(int desired, int fewestHealthy, int most, boolean endingCount) {}
