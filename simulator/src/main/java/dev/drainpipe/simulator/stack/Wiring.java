package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.EventInvokeConfig;
import dev.drainpipe.simulator.function.EventSourceMapping;
import dev.drainpipe.simulator.function.Schedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What wakes the functions of a stack, and where their failures go. */
final class Wiring {
    private final Services services;
    private final Map<String, Queues.Created> queues;
    private final Map<String, EventSourceMapping> mappings = new LinkedHashMap<>();
    private final Map<String, Schedule> schedules = new LinkedHashMap<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();

    /**
     * Nothing wired yet.
     *
     * @param queues the stack's queues by their ARNs
     */
    Wiring(Services services, Map<String, Queues.Created> queues) {
        this.services = services;
        this.queues = queues;
    }

    /** Wires a deployed function as its resource says. */
    void wire(FunctionResource function) {
        Properties properties = function.properties();
        if (properties.has("EventInvokeConfig")) {
            EventInvokeConfig config = eventInvokeConfig(properties.group("EventInvokeConfig"));
            services.functions().asynchronous().configure(function.name(), config);
        }
        Properties events = properties.group("Events");
        events.values().keySet().forEach(name -> {
            EventResource event = new EventResource(function.name(), events.group(String.valueOf(name)));
            String id = function.logicalId() + "." + name;
            if (event.isQueue()) {
                map(id, event);
            } else {
                schedule(id, event);
            }
        });
    }

    /** Routes the events that a rule wants to its queues. */
    void route(RuleResource rule) {
        if (rule.enabled()) {
            rule.targets().forEach(target -> {
                Queues.Sending queue = queue(target).sending();
                services.events().rule(rule.pattern(), queue::send);
            });
        }
    }

    Map<String, EventSourceMapping> mappings() {
        return mappings;
    }

    Map<String, Schedule> schedules() {
        return schedules;
    }

    /** The constant inputs of the schedules. */
    Map<String, String> inputs() {
        return inputs;
    }

    private void map(String id, EventResource event) {
        EventSourceMapping mapping = new EventSourceMapping(
                services.world(), services.functions(), queue(event.queueArn()).source(), event.mapping());
        mappings.put(id, mapping);
        if (event.enabled()) {
            mapping.enable();
        }
    }

    private void schedule(String id, EventResource event) {
        Schedule schedule = new Schedule(services.world(), services.functions().asynchronous(), event.schedule());
        schedules.put(id, schedule);
        inputs.put(id, event.schedule().input());
        if (event.enabled()) {
            schedule.enable();
        }
    }

    private EventInvokeConfig eventInvokeConfig(Properties config) {
        Properties onFailure = config.group("DestinationConfig").group("OnFailure");
        Optional<Consumer<String>> destination = Optional.empty();
        if (onFailure.has("Destination")) {
            Queues.Sending queue = queue(onFailure.text("Destination")).sending();
            destination = Optional.of(queue::send);
        }
        return new EventInvokeConfig(
                config.number("MaximumRetryAttempts", 2),
                config.seconds("MaximumEventAgeInSeconds", Duration.ofHours(6)),
                destination);
    }

    private Queues.Created queue(String arn) {
        Queues.Created queue = queues.get(arn);
        if (queue == null) {
            throw new IllegalArgumentException("The queue " + arn + " is not in the template.");
        }
        return queue;
    }
}
