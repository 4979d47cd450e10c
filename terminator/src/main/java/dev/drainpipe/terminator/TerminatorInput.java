package dev.drainpipe.terminator;

import dev.drainpipe.document.Fields;
import java.time.Duration;
import java.util.Map;

/**
 * The scheduled input: {@code {"queue_name": "q2"}}, optionally {@code recheck_seconds}, {@code drain_timeout_seconds},
 * {@code on_deadline}, {@code standalone_tasks}, {@code dry_run}; what it does not say is as configured.
 *
 * @param queueName the termination queue's name
 * @param policy what the operator wants
 */
record TerminatorInput(String queueName, Policy policy) {
    /**
     * Reads the document.
     *
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static TerminatorInput from(Map<String, Object> document, Policy configured) {
        Fields fields = Fields.ofJson(document);
        String queueName = fields.text("queue_name");
        Policy policy = new Policy(
                fields.seconds("recheck_seconds", Duration.ZERO, TerminatorConfig.LONGEST_RECHECK)
                        .orElse(configured.recheck()),
                fields.seconds("drain_timeout_seconds", TerminatorConfig.SHORTEST_DRAIN, TerminatorConfig.LONGEST_DRAIN)
                        .orElse(configured.drainTimeout()),
                fields.choice("on_deadline", OnDeadline.values()).orElse(configured.onDeadline()),
                TerminatorConfig.standaloneTasks(fields, "standalone_tasks").orElse(configured.standaloneTasks()),
                fields.flag("dry_run").orElse(false) || configured.dryRun(),
                configured.toldOfTasks());
        fields.refuseOthers();
        fields.finish("The terminator's input");
        return new TerminatorInput(queueName, policy);
    }
}
