package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.event.EventPattern;
import java.util.List;
import java.util.Set;

/** {@code AWS::Events::Rule} on the default bus, with queues as targets. */
record RuleResource(Properties rule) {
    private static final Set<String> KNOWN = Set.of("Description", "EventPattern", "State", "Targets");

    boolean enabled() {
        return rule.onlyKnown(KNOWN).text("State", "ENABLED").equals("ENABLED");
    }

    EventPattern pattern() {
        return new EventPattern(rule.group("EventPattern").values());
    }

    /** The ARNs of its targets; input transformers and the like are refused. */
    List<String> targets() {
        return Tree.list(rule.values().get("Targets")).stream()
                .map(target -> new Properties(rule.where() + ".Targets", Tree.map(target))
                        .onlyKnown(Set.of("Id", "Arn"))
                        .text("Arn"))
                .toList();
    }
}
