package dev.drainpipe.cli.report;

/**
 * What a run was asked to do; its report is measured against it.
 *
 * @param instances how many there were before the scale-in
 * @param tasks the desired task count before the scale-in
 * @param scaleIn how many instances were to leave
 * @param spare how many instances more than tasks there should be: the n of N+n
 * @param loadBalancer {@code classic} or {@code target-group}
 * @param seed the seed of all chance
 * @param drainpipe whether the hook and the three Lambdas were there
 */
public record RunSetup(
        int instances, int tasks, int scaleIn, int spare, String loadBalancer, long seed, boolean drainpipe) {}
