package dev.drainpipe.benchmarks.cold;

import dev.drainpipe.document.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three functions, each with an ordinary first event: one instance that leaves, one service to be scaled. */
public enum Function {
    /** A tick that changes a count. */
    TASK_SCALER("task-scaler", "dev.drainpipe.taskscaler.TaskScalerHandler") {
        @Override
        String event() {
            return "{\"cluster_name\": \"c\", \"service_name\": \"s\", \"min_task_count\": 2, \"n_count\": 1}";
        }
    },

    /** A batch of one message of a termination hook. */
    DEREGISTER("deregister", "dev.drainpipe.deregister.DeregisterHandler") {
        @Override
        String event() {
            String body = Json.text(Map.of(
                    "LifecycleHookName", "h",
                    "LifecycleTransition", "autoscaling:EC2_INSTANCE_TERMINATING",
                    "AutoScalingGroupName", "g",
                    "EC2InstanceId", "i-0123456789abcdef0",
                    "LifecycleActionToken", "87654321-4321-4321-4321-210987654321"));
            return Json.text(Map.of(
                    "Records",
                    List.of(Map.of("messageId", "m", "receiptHandle", "r", "body", body, "attributes", Map.of()))));
        }
    },

    /** A tick with one look at one instance. */
    TERMINATOR("terminator", "dev.drainpipe.terminator.TerminatorHandler") {
        @Override
        String event() {
            return "{\"queue_name\": \"termination\"}";
        }
    };

    private final String module;
    private final String handler;

    Function(String module, String handler) {
        this.module = module;
        this.handler = handler;
    }

    /** The module that builds it, and its short name. */
    public String module() {
        return module;
    }

    String handler() {
        return handler;
    }

    /** The first event. */
    abstract String event();

    /** The variables that the template gives it, more or less. */
    Map<String, String> environment(String endpoint) {
        String queue = endpoint + "/111122223333/";
        Map<String, String> environment = new HashMap<>();
        environment.put("CLUSTER_NAME", "c");
        environment.put("ELB_NAMES", "lb");
        environment.put("DISCOVER_LOAD_BALANCERS", "false");
        environment.put("TERMINATION_QUEUE_URL", queue + "termination");
        environment.put("SCALER_QUEUE_URL", queue + "scaler");
        environment.put("LIFECYCLE_QUEUE_URL", queue + "lifecycle");
        environment.put("RECHECK_SECONDS", "0");
        environment.put("SCALING_RULES", TASK_SCALER.event());
        return environment;
    }
}
