package dev.drainpipe.simulator.event;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * EventBridge's default bus: takes what AWS's services say, and gives it to the targets of all rules that want it.
 *
 * <p>Differs from AWS: every event is delivered, once and at once, as it is; no input transformers, no retries.
 *
 * <p>Facts from the Amazon EventBridge User Guide, "Events from AWS services".
 */
public final class EventBus {
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(EventPattern pattern, Consumer<String> target) {}

    /** Adds a rule, whose target gets every later event that matches, as JSON. */
    public void rule(EventPattern pattern, Consumer<String> target) {
        rules.add(new Rule(pattern, target));
    }

    /** Whether any rule could want an event of this source and type, such as {@code aws.ecs}; cheap to ask. */
    public boolean mayBeWanted(String source, String detailType) {
        return rules.stream().anyMatch(rule -> rule.pattern().mayMatch(source, detailType));
    }

    /** Takes an event, in the JSON of EventBridge. */
    public void publish(String event) {
        Map<?, ?> document = read(event);
        rules.stream()
                .filter(rule -> rule.pattern().matches(document))
                .forEach(rule -> rule.target().accept(event));
    }

    private static Map<?, ?> read(String event) {
        try {
            return JSON.std.mapFrom(event);
        } catch (IOException e) {
            throw new UncheckedIOException("An event that is no JSON object: " + event, e);
        }
    }
}
