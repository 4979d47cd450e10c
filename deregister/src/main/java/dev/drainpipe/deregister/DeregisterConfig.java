package dev.drainpipe.deregister;

import dev.drainpipe.document.BadInput;
import dev.drainpipe.document.Fields;
import dev.drainpipe.fleet.LoadBalancers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function's environment; all of it is about messages that an event source mapping hands over, a scheduled input
 * brings its own.
 *
 * @param settings what holds for every instance
 * @param terminationQueueUrl where instances are handed over to the terminator
 * @param deadLetterQueueUrl where malformed messages are kept
 */
record DeregisterConfig(
        Settings settings,
        @Nullable String terminationQueueUrl,
        @Nullable String deadLetterQueueUrl) {
    /** Every variable that the function reads. */
    enum Variable {
        CLUSTER_NAME,
        ELB_NAMES,
        TARGET_GROUP_ARNS,
        TERMINATION_QUEUE_URL,
        LIFECYCLE_DEAD_LETTER_QUEUE_URL,
        DRY_RUN
    }

    /**
     * Reads the environment, once, at cold start.
     *
     * @throws BadInput with all its mistakes, if there are any
     */
    static DeregisterConfig from(Map<String, String> environment) {
        Fields fields = Fields.ofEnvironment(environment);
        LoadBalancers loadBalancers = new LoadBalancers(
                fields.texts(Variable.ELB_NAMES.name()), fields.texts(Variable.TARGET_GROUP_ARNS.name()));
        Settings settings = new Settings(
                fields.optionalText(Variable.CLUSTER_NAME.name()).orElse(null),
                loadBalancers,
                fields.flag(Variable.DRY_RUN.name()).orElse(false));
        DeregisterConfig config = new DeregisterConfig(
                settings,
                fields.optionalText(Variable.TERMINATION_QUEUE_URL.name()).orElse(null),
                fields.optionalText(Variable.LIFECYCLE_DEAD_LETTER_QUEUE_URL.name())
                        .orElse(null));
        fields.finish("The environment of deregister");
        return config;
    }

    /**
     * Where to hand over what an event source mapping brings.
     *
     * @throws BadInput if that is not configured
     */
    String requiredTerminationQueueUrl() {
        if (terminationQueueUrl == null) {
            throw new BadInput(
                    "The environment of deregister: TERMINATION_QUEUE_URL is missing; accepted: the URL of the"
                            + " queue on which instances are handed over to the terminator");
        }
        return terminationQueueUrl;
    }
}
