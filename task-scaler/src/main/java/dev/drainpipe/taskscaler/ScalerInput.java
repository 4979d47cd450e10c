package dev.drainpipe.taskscaler;

import dev.drainpipe.document.Fields;
import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        ScalerInput input = read(fields);
        fields.finish("The task-scaler's input");
        return input;
    }

    /** Reads the document's fields; its mistakes are noted there. */
    static ScalerInput read(Fields fields) {
        boolean dryRun = fields.flag("dry_run").orElse(false);
        List<ServiceRule> rules = fields.has("services") ? several(fields) : List.of(rule(fields));
        fields.refuseOthers();
        return new ScalerInput(rules, dryRun);
    }

    /** The same without the rules for other clusters than these. */
    ScalerInput only(Set<String> clusterNames) {
        return new ScalerInput(
                rules.stream()
                        .filter(rule -> clusterNames.contains(rule.name().cluster()))
                        .toList(),
                dryRun);
    }

    private static List<ServiceRule> several(Fields fields) {
        List<ServiceRule> rules = new ArrayList<>();
        Map<ServiceName, Integer> places = new HashMap<>();
        for (Fields service : fields.documents("services")) {
            ServiceRule rule = rule(service);
            refuseSecond(service, rule, places.putIfAbsent(rule.name(), rules.size()));
            service.refuseOthers();
            rules.add(rule);
        }
        if (rules.isEmpty() && fields.mistakes().isEmpty()) {
            fields.refuse("services", "at least one JSON object");
        }
        return rules;
    }

    /** Two rules for one service would undo each other, minute by minute. */
    private static void refuseSecond(Fields fields, ServiceRule rule, @Nullable Integer before) {
        boolean named = !rule.cluster().isEmpty() && !rule.service().isEmpty();
        if (named && before != null) {
            fields.refuse("service_name", "each service once (services[" + before + "] is " + rule.name() + ")");
        }
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
