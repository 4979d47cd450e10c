package dev.drainpipe.deregister;

import dev.drainpipe.deregister.Settings.Options;
import dev.drainpipe.document.BadInput;
import dev.drainpipe.document.Fields;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.RequiredTag;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function's environment. Cluster, load balancers and queues are about messages that an event source mapping hands
 * over, since a scheduled input brings its own; the options hold for both.
 *
 * @param settings what holds for every instance
 * @param terminationQueueUrl where instances are handed over to the terminator
 * @param deadLetterQueueUrl where malformed messages are kept
 * @param scalerQueueUrl where the task scaler is woken when instances were set to DRAINING
 */
record DeregisterConfig(
        Settings settings,
        @Nullable String terminationQueueUrl,
        @Nullable String deadLetterQueueUrl,
        @Nullable String scalerQueueUrl) {
    /** Every variable that the function reads. */
    enum Variable {
        CLUSTER_NAME,
        ELB_NAMES,
        TARGET_GROUP_ARNS,
        DISCOVER_LOAD_BALANCERS,
        REPLACE_ANNOUNCED,
        REQUIRED_TAG,
        TERMINATION_QUEUE_URL,
        LIFECYCLE_DEAD_LETTER_QUEUE_URL,
        SCALER_QUEUE_URL,
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
        Settings settings = new Settings(text(fields, Variable.CLUSTER_NAME), loadBalancers, options(fields));
        DeregisterConfig config = new DeregisterConfig(
                settings,
                text(fields, Variable.TERMINATION_QUEUE_URL),
                text(fields, Variable.LIFECYCLE_DEAD_LETTER_QUEUE_URL),
                text(fields, Variable.SCALER_QUEUE_URL));
        fields.finish("The environment of deregister");
        return config;
    }

    private static Options options(Fields fields) {
        return new Options(
                fields.flag(Variable.DISCOVER_LOAD_BALANCERS.name()).orElse(true),
                fields.flag(Variable.REPLACE_ANNOUNCED.name()).orElse(false),
                RequiredTag.read(fields, Variable.REQUIRED_TAG.name()).orElse(null),
                fields.flag(Variable.DRY_RUN.name()).orElse(false));
    }

    private static @Nullable String text(Fields fields, Variable variable) {
        return fields.optionalText(variable.name()).orElse(null);
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
