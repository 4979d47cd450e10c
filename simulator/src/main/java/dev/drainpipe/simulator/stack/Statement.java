package dev.drainpipe.simulator.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One statement of a role's policy, with all parameters filled in.
 *
 * @param sid its name
 * @param effect {@code Allow} or {@code Deny}
 * @param actions such as {@code ecs:ListTasks}
 * @param resources ARNs, with {@code *} for anything
 * @param conditions by operator, then by key: the accepted values
 */
public record Statement(
        String sid,
        String effect,
        List<String> actions,
        List<String> resources,
        Map<String, Map<String, List<String>>> conditions) {
    static Statement of(Properties properties) {
        Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
        Properties operators = properties.group("Condition");
        operators.values().keySet().forEach(operator -> {
            Properties keys = operators.group(String.valueOf(operator));
            Map<String, List<String>> accepted = new LinkedHashMap<>();
            keys.values().keySet().forEach(key -> accepted.put(String.valueOf(key), keys.texts(String.valueOf(key))));
            conditions.put(String.valueOf(operator), accepted);
        });
        return new Statement(
                properties.text("Sid", ""),
                properties.text("Effect"),
                properties.texts("Action"),
                properties.texts("Resource"),
                conditions);
    }
}
