package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.EventSourceMapping;
import dev.drainpipe.simulator.function.Schedule;
import dev.drainpipe.simulator.stack.Template.Resource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template, deployed: its queues, functions, mappings, schedules and hooks at work in the simulated account.
 *
 * <p>Functions bear their short names, such as {@code task-scaler} for {@code TaskScalerFunction}, which is also the name
 * by which their API calls are counted. Roles are not made, but their policies can be read, and enforced by
 * {@link dev.drainpipe.simulator.SimulatedAws#enforce}.
 */
public final class Deployment {
    private final Map<String, Queues.Created> queues = new LinkedHashMap<>();
    private final Map<String, List<Statement>> policies = new LinkedHashMap<>();
    private final StackResources stack;
    private final Map<String, String> outputs;
    private final Wiring wiring;

    /**
     * Deploys the template; everything in it works from this moment.
     *
     * @param parameters those that shall not have their defaults
     * @throws IllegalArgumentException if parameters are not acceptable (all mistakes at once), or the template uses
     *     anything that is not simulated
     */
    public Deployment(Template template, Map<String, String> parameters, Services services) {
        this.stack = new StackResources(template, parameters, services.world().account());
        Map<String, Queues.Created> byArn = createQueues(services.queues());
        this.wiring = new Wiring(services, byArn);
        for (Resource resource : stack.of(ResourceType.FUNCTION)) {
            createFunction(resource.logicalId(), stack.properties(resource), services);
        }
        for (Resource rule : stack.of(ResourceType.RULE)) {
            wiring.route(new RuleResource(stack.properties(rule)));
        }
        for (Resource hook : stack.of(ResourceType.HOOK)) {
            services.hooks().accept(HookResource.request(hook.logicalId(), stack.properties(hook)));
        }
        this.outputs = stack.outputs();
    }

    /** A queue by its logical id. */
    public Optional<Queues.Created> queue(String logicalId) {
        return Optional.ofNullable(queues.get(logicalId));
    }

    /** An event source mapping by function and event, such as {@code DeregisterFunction.Termination}. */
    public Optional<EventSourceMapping> mapping(String id) {
        return Optional.ofNullable(wiring.mappings().get(id));
    }

    /** A schedule, enabled or not, by function and event, such as {@code TerminatorFunction.EachMinute}. */
    public Optional<Schedule> schedule(String id) {
        return Optional.ofNullable(wiring.schedules().get(id));
    }

    /** The constant input of a schedule, named as above. */
    public Optional<String> scheduledInput(String id) {
        return Optional.ofNullable(wiring.inputs().get(id));
    }

    /** What the function's role allows, by the function's short name; nothing if no such function is deployed. */
    public List<Statement> policyOf(String function) {
        return policies.getOrDefault(function, List.of());
    }

    /** What the roles of all functions allow, by the functions' short names. */
    public Map<String, List<Statement>> policies() {
        return Map.copyOf(policies);
    }

    /** The logical ids of a type's resources, such as {@code AWS::SQS::Queue}, that are deployed. */
    public List<String> logicalIds(String type) {
        return ResourceType.find(type).map(stack::of).orElse(List.of()).stream()
                .map(Resource::logicalId)
                .toList();
    }

    /** A resource's properties with everything filled in; nothing if it is not deployed. */
    public Map<?, ?> properties(String logicalId) {
        return stack.find(logicalId)
                .map(stack::properties)
                .map(Properties::values)
                .orElse(Map.of());
    }

    /** The stack's outputs. */
    public Map<String, String> outputs() {
        return Map.copyOf(outputs);
    }

    private Map<String, Queues.Created> createQueues(Queues sqs) {
        Map<String, Queues.Created> byArn = new LinkedHashMap<>();
        // A dead-letter queue has to exist before the queue that names it.
        stack.of(ResourceType.QUEUE).stream()
                .sorted(Comparator.comparing(queue -> queue.properties().containsKey("RedrivePolicy")))
                .forEach(queue -> {
                    Map<String, String> attributes = QueueResource.attributes(stack.properties(queue));
                    Queues.Created created = sqs.create(Names.physical(queue.logicalId()), attributes);
                    stack.created(queue.logicalId(), created.url());
                    queues.put(queue.logicalId(), created);
                    byArn.put(created.source().arn(), created);
                });
        return byArn;
    }

    private void createFunction(String logicalId, Properties properties, Services services) {
        FunctionResource function =
                new FunctionResource(logicalId, properties, services.world().account());
        services.functions().deploy(function.spec(), services.code());
        policies.put(function.name(), stack.policy(properties.text("Role")));
        wiring.wire(function);
    }
}
