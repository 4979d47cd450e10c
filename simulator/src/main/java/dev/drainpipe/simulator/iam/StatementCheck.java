package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.stack.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a statement uses and the simulated IAM does not know: it might allow too much or too little. */
final class StatementCheck {
    private StatementCheck() {}

    /** All that is wrong with a statement, in words; nothing if it can be asked. */
    static List<String> mistakes(String role, Statement statement) {
        List<String> mistakes = new ArrayList<>();
        if (!Set.of("Allow", "Deny").contains(statement.effect())) {
            mistakes.add("Effect \"%s\" is none of Allow, Deny".formatted(statement.effect()));
        }
        if (statement.actions().isEmpty() || statement.resources().isEmpty()) {
            mistakes.add("it has no Action or no Resource; NotAction and NotResource are not simulated");
        }
        statement.conditions().forEach((operator, keys) -> conditionMistakes(operator, keys, statement, mistakes));
        texts(statement)
                .filter(text -> text.contains("${"))
                .forEach(text -> mistakes.add("the policy variable in \"%s\" is not simulated".formatted(text)));
        return mistakes.stream()
                .map(mistake -> "%s, statement %s: %s.".formatted(role, statement.sid(), mistake))
                .toList();
    }

    private static void conditionMistakes(
            String operator, Map<String, List<String>> keys, Statement statement, List<String> mistakes) {
        if (Operator.find(operator).isEmpty()) {
            mistakes.add("the operator %s is none of StringEquals, StringLike, ArnEquals, ArnLike".formatted(operator));
        }
        for (String key : keys.keySet()) {
            if (!KeyTest.isKnown(key)) {
                mistakes.add("the key %s is none of ecs:cluster, autoscaling:ResourceTag/KEY, aws:ResourceTag/KEY"
                        .formatted(key));
            }
            if (KeyTest.isGroupTag(key) && !isForGroups(statement)) {
                mistakes.add("the key %s is simulated for autoscaling actions only".formatted(key));
            }
        }
    }

    private static boolean isForGroups(Statement statement) {
        return statement.actions().stream().allMatch(action -> action.startsWith("autoscaling:"));
    }

    private static Stream<String> texts(Statement statement) {
        return Stream.concat(
                statement.resources().stream(),
                statement.conditions().values().stream()
                        .flatMap(keys -> keys.values().stream())
                        .flatMap(List::stream));
    }
}
