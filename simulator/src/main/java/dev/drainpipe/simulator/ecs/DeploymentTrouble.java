package dev.drainpipe.simulator.ecs;

import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;

/**
 * Trouble that a service's deployment reports, as if its tasks failed one after the other; told to those who ask,
 * without effect on its tasks.
 *
 * @param state IN_PROGRESS while ECS still tries, FAILED once its circuit breaker has given up
 * @param failedTasks how many tasks have failed in a row
 */
public record DeploymentTrouble(DeploymentRolloutState state, int failedTasks) {}
