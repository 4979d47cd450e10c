package dev.drainpipe.taskscaler;

import dev.drainpipe.document.Fields;
import java.util.Map;

/**
 * The function's environment.
 *
 * @param dryRun whether nothing may be changed, whatever an input says
 */
record ScalerConfig(boolean dryRun) {
    /** Every variable that the function reads. */
    enum Variable {
        DRY_RUN
    }

    /**
     * Reads the environment, once, at cold start.
     *
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static ScalerConfig from(Map<String, String> environment) {
        Fields fields = Fields.ofEnvironment(environment);
        ScalerConfig config =
                new ScalerConfig(fields.flag(Variable.DRY_RUN.name()).orElse(false));
        fields.finish("The task-scaler's environment");
        return config;
    }

    /** The input, without anything that this function may not do. */
    ScalerInput restrict(ScalerInput input) {
        return new ScalerInput(input.rules(), input.dryRun() || dryRun);
    }
}
