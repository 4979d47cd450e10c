package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.event.EventBus;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.Functions;
import dev.drainpipe.simulator.function.Source;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.sqs.model.Message;

/** A template deployed among lists instead of services. */
final class DeployedStack implements AutoCloseable {
    final World world = new World(Instant.parse("2026-01-01T00:00:00Z"), 1, Account.example());
    final Functions functions = new Functions(world);
    final Map<String, Map<String, String>> queues = new LinkedHashMap<>();
    final Map<String, List<String>> sent = new TreeMap<>();
    /** What waits on the lifecycle queue. */
    final List<Message> waiting = new ArrayList<>();

    final List<PutLifecycleHookRequest> hooks = new ArrayList<>();
    final Map<String, List<String>> events = new TreeMap<>();

    Deployment deploy(Template template, Map<String, String> parameters) {
        return new Deployment(
                template,
                parameters,
                new Services(world, functions, spec -> record(spec.name()), this::queue, new EventBus(), hooks::add));
    }

    private FunctionCode record(String name) {
        return (payload, context) -> {
            events.computeIfAbsent(name, n -> new ArrayList<>()).add(payload);
            return "{}";
        };
    }

    private Queues.Created queue(String name, Map<String, String> attributes) {
        queues.put(name, attributes);
        List<String> messages = sent.computeIfAbsent(name, n -> new ArrayList<>());
        return new Queues.Created("https://sqs/" + name, source(name, attributes), messages::add);
    }

    private Source source(String name, Map<String, String> attributes) {
        return new Source() {
            @Override
            public String arn() {
                return world.account().arn("sqs", name);
            }

            @Override
            public Duration visibilityTimeout() {
                return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault("VisibilityTimeout", "30")));
            }

            @Override
            public List<Message> receive(int max) {
                if (!name.equals("lifecycle-queue")) {
                    return List.of();
                }
                List<Message> all = List.copyOf(waiting);
                waiting.clear();
                return all;
            }

            @Override
            public void delete(String receiptHandle) {
                // The list gave it away already.
            }
        };
    }

    @Override
    public void close() {
        world.close();
    }
}
