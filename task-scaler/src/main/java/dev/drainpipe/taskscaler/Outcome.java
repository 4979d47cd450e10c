package dev.drainpipe.taskscaler;

import dev.drainpipe.taskscaler.DesiredTasks.Answer;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import dev.drainpipe.taskscaler.DesiredTasks.Instances;
import java.util.Map;

/**
 * What a tick found out about one service, as its line in the log.
 *
 * @param rule what the operator wants
 * @param current how many tasks the service was told to run
 * @param instances the evidence
 * @param answer how many it should be told to run
 */
record Outcome(ServiceRule rule, int current, Instances instances, Answer answer) {
    /** The outcome for a service, by this evidence. */
    static Outcome of(ServiceRule rule, int current, Instances instances) {
        return new Outcome(rule, current, instances, DesiredTasks.decide(current, instances, rule.bounds()));
    }

    /** One line in words. */
    String line() {
        return switch (answer.reason()) {
            case RIGHT -> "No action taken. Desired task count is already " + current;
            case IN_BETWEEN ->
                "No action taken. Desired task count stays " + current + " until agents are connected again: "
                        + evidence();
            case TOO_FEW, TOO_MANY -> "Changed the desired task count of " + rule + change();
        };
    }

    /** What a dry run leaves out, in words. */
    String leftOut() {
        return "for " + rule + change();
    }

    /** One line in words for a service that somebody else scales. */
    String leftTo(String otherScaler) {
        return "No action taken. " + rule + " is left alone, because another scaler changes its desired task count: "
                + otherScaler + ". It would be changed" + change()
                + ". To let it be, take the service out of the rules here; to end the other, deregister its scalable"
                + " target there";
    }

    /** The same for programs. */
    Map<String, String> fields() {
        return fields(rule);
    }

    static Map<String, String> fields(ServiceRule rule) {
        return Map.of("cluster", rule.cluster(), "service", rule.service());
    }

    private String change() {
        return " from " + current + " to " + answer.count() + ": " + evidence();
    }

    private String evidence() {
        Bounds bounds = rule.bounds();
        return instances.active() + " active instances, " + instances.connected() + " of them connected, n_count "
                + bounds.n() + ", at least " + bounds.min() + " and at most " + bounds.max() + " tasks";
    }
}
