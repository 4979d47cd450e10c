package dev.drainpipe.simulator.ecs;

/**
 * What AWS does not document, as switches; whoever relies on one setting should be tested with the others.
 *
 * @param repeatedDraining what setting DRAINING on a DRAINING instance gives
 * @param protectedTasksResistDraining whether a protected task stays on a DRAINING instance until its protection ends
 * @param daemonsOutliveStandaloneTasks whether the daemon on a DRAINING instance waits also for standalone tasks, and
 *     not only for those of replica services
 * @param endingTasksCountForMaximum whether a task that is being stopped counts for the maximum percent until it is
 *     STOPPED, so that with 100 % its replacement starts only then
 * @param drainingIsAnEvent whether the switch to DRAINING, and back, sends an event of the container instance; the
 *     documentation's list of what does, does not name it
 */
public record EcsBehaviour(
        RepeatedDraining repeatedDraining,
        boolean protectedTasksResistDraining,
        boolean daemonsOutliveStandaloneTasks,
        boolean endingTasksCountForMaximum,
        boolean drainingIsAnEvent) {
    /** The answers that UpdateContainerInstancesState may give for an instance that is DRAINING already. */
    public enum RepeatedDraining {
        /** The instance is answered as if it had just been set. */
        ACCEPTED,
        /** The instance is among the failures, the others are set. */
        FAILURE,
        /** The whole call is refused. */
        REFUSED
    }

    /** The settings that fit AWS's sentences best. */
    public static EcsBehaviour defaults() {
        return new EcsBehaviour(RepeatedDraining.ACCEPTED, true, true, true, false);
    }

    public EcsBehaviour withRepeatedDraining(RepeatedDraining answer) {
        return new EcsBehaviour(
                answer,
                protectedTasksResistDraining,
                daemonsOutliveStandaloneTasks,
                endingTasksCountForMaximum,
                drainingIsAnEvent);
    }

    /** Protected tasks are replaced off a DRAINING instance like all others. */
    public EcsBehaviour withDrainingDespiteProtection() {
        return new EcsBehaviour(
                repeatedDraining, false, daemonsOutliveStandaloneTasks, endingTasksCountForMaximum, drainingIsAnEvent);
    }

    /** Daemons on a DRAINING instance wait for the tasks of replica services only. */
    public EcsBehaviour withDaemonsLeavingBeforeStandaloneTasks() {
        return new EcsBehaviour(
                repeatedDraining, protectedTasksResistDraining, false, endingTasksCountForMaximum, drainingIsAnEvent);
    }

    /** Replacements may start as soon as the task that they replace is told to stop. */
    public EcsBehaviour withEndingTasksNotCounted() {
        return new EcsBehaviour(
                repeatedDraining,
                protectedTasksResistDraining,
                daemonsOutliveStandaloneTasks,
                false,
                drainingIsAnEvent);
    }

    /** The switch to DRAINING, and back, sends an event, too. */
    public EcsBehaviour withDrainingAsAnEvent() {
        return new EcsBehaviour(
                repeatedDraining,
                protectedTasksResistDraining,
                daemonsOutliveStandaloneTasks,
                endingTasksCountForMaximum,
                true);
    }
}
