package dev.drainpipe.taskscaler;

import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The function's environment.
 *
 * @param dryRun whether nothing may be changed, whatever an input says
 * @param rules what holds when a queue wakes the function: the very document that is otherwise the scheduled input
 */
record ScalerConfig(boolean dryRun, Optional<ScalerInput> rules) {
    /** Every variable that the function reads. */
    enum Variable {
        DRY_RUN,
        SCALING_RULES
    }

    /**
     * Reads the environment, once, at cold start.
     *
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static ScalerConfig from(Map<String, String> environment) {
        Fields fields = Fields.ofEnvironment(environment);
        ScalerConfig config =
                new ScalerConfig(fields.flag(Variable.DRY_RUN.name()).orElse(false), rules(fields));
        fields.finish("The task-scaler's environment");
        return config;
    }

    /** The input, without anything that this function may not do. */
    ScalerInput restrict(ScalerInput input) {
        return new ScalerInput(input.rules(), input.dryRun() || dryRun);
    }

    private static Optional<ScalerInput> rules(Fields environment) {
        String variable = Variable.SCALING_RULES.name();
        Optional<String> text = environment.optionalText(variable);
        Optional<Map<String, Object>> document = text.flatMap(Json::object);
        if (text.isPresent() && document.isEmpty()) {
            environment.refuse(variable, "a JSON object like the scheduled input");
        }
        return document.map(rules -> {
            Fields fields = Fields.ofJson(rules);
            ScalerInput input = ScalerInput.read(fields);
            fields.mistakes().forEach(mistake -> environment.mistake(variable + ": " + mistake));
            return input;
        });
    }
}
