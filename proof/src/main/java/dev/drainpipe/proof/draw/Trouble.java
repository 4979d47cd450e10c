package dev.drainpipe.proof.draw;

import dev.drainpipe.simulator.fault.FaultKind;
import java.time.Duration;

/** Something that goes wrong in a run, for a while or once. */
public sealed interface Trouble {
    /** When it begins, from the beginning of the run. */
    Duration from();

    /** When it ends; when it began, if it happens once. */
    default Duration until() {
        return from();
    }

    /**
     * Calls fail at random.
     *
     * @param percent of the calls that it may befall
     * @param calls a regular expression for the calls, such as {@code ecs:.*}
     */
    record ApiFaults(Duration from, Duration until, FaultKind kind, int percent, String calls) implements Trouble {}

    /** The account's calls are limited to the documented rates, of which somebody else uses up all but this part. */
    record Throttling(Duration from, Duration until) implements Trouble {}

    /** What is read is as old as this. */
    record StaleReads(Duration from, Duration until, Duration age) implements Trouble {}

    /** The functions' clocks are wrong by this much. */
    record ClockSkew(Duration from, Duration until, Duration wrong) implements Trouble {}

    /** An agent is not connected; it comes and goes with this period, or stays away if that is zero. */
    record AgentSilent(Duration from, Duration until, String group, int place, Duration period) implements Trouble {}

    /** No function is invoked by its schedule or its queue. */
    record FunctionsDown(Duration from, Duration until) implements Trouble {}

    /** All messages of a queue are lost. */
    record MessagesLost(Duration from, String queue) implements Trouble {}

    /** All messages of a queue are there twice. */
    record MessagesDoubled(Duration from, String queue) implements Trouble {}

    /** All messages of a queue come later. */
    record MessagesLate(Duration from, Duration until, String queue) implements Trouble {}

    /** A function is invoked once more, while its schedule does so, too. */
    record InvokedTwice(Duration from, String function) implements Trouble {}

    /** The older Python version asks for an instance that waits. */
    record OlderMessage(Duration from, String group, int place) implements Trouble {}

    /** Somebody ends an instance by hand. */
    record EndedByHand(Duration from, String group, int place) implements Trouble {}

    /** Somebody makes an instance that drains ACTIVE again. */
    record MadeActive(Duration from, String group, int place) implements Trouble {}

    /** Somebody deletes a group's hook. */
    record HookDeleted(Duration from, String group) implements Trouble {}

    /** Somebody deletes a group with all its instances. */
    record GroupDeleted(Duration from, String group) implements Trouble {}

    /** Somebody deletes a load balancer. */
    record FrontDeleted(Duration from, String front) implements Trouble {}

    /** Somebody takes an instance that drains out of its cluster. */
    record Deregistered(Duration from, String group, int place) implements Trouble {}

    /** Somebody deletes a cluster, with its services and container instances. */
    record ClusterDeleted(Duration from, String cluster) implements Trouble {}

    /** The tasks that a service starts meanwhile never become healthy. */
    record ReplacementsSick(Duration from, Duration until, String cluster, String service) implements Trouble {}

    /** The functions are deployed anew, with other options. */
    record Redeployed(Duration from, Duration drainTimeout, String onDeadline, String standaloneTasks)
            implements Trouble {}
}
