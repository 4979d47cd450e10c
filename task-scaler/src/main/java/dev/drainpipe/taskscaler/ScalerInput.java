package dev.drainpipe.taskscaler;

import dev.drainpipe.document.Fields;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scheduled input: {@code {"cluster_name": "c", "service_name": "s", "min_task_count": 2, "n_count": 1}}, optionally
 * {@code max_task_count} and {@code dry_run}; or the same for several services at once, as a list of such objects under
 * {@code services}.
 *
 * @param rules one per service
 * @param dryRun whether nothing may be changed
 */
record ScalerInput(List<ServiceRule> rules, boolean dryRun) {
    /** ECS runs fewer tasks than this in a service (Amazon ECS service quotas), so more is a slip of the finger. */
    private static final int MOST_TASKS = 100_000;

    ScalerInput {
        rules = List.copyOf(rules);
    }

    /**
     * Reads the document.
     *
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static ScalerInput from(Map<String, Object> document) {
        Fields fields = Fields.ofJson(document);
        List<ServiceRule> rules = new ArrayList<>();
        boolean dryRun = fields.flag("dry_run").orElse(false);
        if (fields.has("services")) {
            for (Fields service : fields.documents("services")) {
                rules.add(rule(service));
                service.refuseOthers();
            }
            if (rules.isEmpty() && fields.mistakes().isEmpty()) {
                fields.refuse("services", "at least one JSON object");
            }
        } else {
            rules.add(rule(fields));
        }
        fields.refuseOthers();
        fields.finish("The task-scaler's input");
        return new ScalerInput(rules, dryRun);
    }

    private static ServiceRule rule(Fields fields) {
        String cluster = fields.text("cluster_name");
        String service = fields.text("service_name");
        int min = fields.whole("min_task_count", 0, MOST_TASKS);
        int n = fields.whole("n_count", 0, MOST_TASKS);
        int max = fields.optionalWhole("max_task_count", min, MOST_TASKS).orElse(MOST_TASKS);
        return new ServiceRule(cluster, service, new Bounds(n, min, max));
    }
}
