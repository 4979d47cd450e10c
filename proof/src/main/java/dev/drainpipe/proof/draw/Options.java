package dev.drainpipe.proof.draw;

import java.time.Duration;

/**
 * How Drainpipe is deployed: what operators choose.
 *
 * @param drainTimeout how long a drain may take
 * @param onDeadline CONTINUE, ABANDON or KEEP
 * @param standaloneTasks wait, ignore or stop-after-N
 * @param reasons HOOK, SPOT or ALL
 * @param recheckSeconds how long the terminator waits between two looks
 * @param dryRun whether nothing is changed
 * @param retries whether throttled calls are tried again at once
 * @param discover whether load balancers outside ECS are found, and not named
 */
public record Options(
        Duration drainTimeout,
        String onDeadline,
        String standaloneTasks,
        String reasons,
        int recheckSeconds,
        boolean dryRun,
        boolean retries,
        boolean discover) {
    /** The same with another time-out and what happens then, as an operator may deploy it in the middle. */
    public Options with(Duration timeout, String then, String standalone) {
        return new Options(timeout, then, standalone, reasons, recheckSeconds, dryRun, retries, discover);
    }

    /** Whether tasks that ECS does not move hold their instance. */
    public boolean guestsHold() {
        return !standaloneTasks.equals("ignore");
    }
}
