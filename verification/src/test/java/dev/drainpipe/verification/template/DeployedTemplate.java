package dev.drainpipe.verification.template;

import dev.drainpipe.simulator.event.EventBus;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.Functions;
import dev.drainpipe.simulator.function.Source;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Queues;
import dev.drainpipe.simulator.stack.Services;
import dev.drainpipe.simulator.stack.Statement;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;

/** template.yaml, deployed with every optional parameter given, where nothing ever happens. */
final class DeployedTemplate {
    static final Path ROOT = Path.of("..");
    static final Account ACCOUNT = Account.example();

    private static final Map<String, String> PARAMETERS = Map.of(
            "ClusterName", "c",
            "ServiceName", "s",
            "AutoScalingGroupName", "web",
            "ClusterPattern", "prod-*",
            "LoadBalancerName", "lb",
            "TargetGroupArns", "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/tg/0123456789abcdef",
            "MinTaskCount", "2",
            "StandaloneTasks", "stop-after-600",
            "ReasonsToLeave", "ALL");

    final Template template;
    final Deployment deployment;
    final Functions functions;

    DeployedTemplate() {
        this(PARAMETERS);
    }

    DeployedTemplate(Map<String, String> parameters) {
        World world = new World(Instant.EPOCH, 1, ACCOUNT);
        this.template = read();
        this.functions = new Functions(world);
        this.deployment = new Deployment(
                template,
                parameters,
                new Services(
                        world, functions, spec -> (payload, context) -> "{}", this::queue, new EventBus(), hook -> {}));
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The deployed form of a function, by its logical id. */
    FunctionSpec function(String logicalId) {
        return functions.all().stream()
                .filter(spec ->
                        spec.handler().equals(deployment.properties(logicalId).get("Handler")))
                .findFirst()
                .orElseThrow();
    }

    /** All statements of all functions' roles. */
    Stream<Statement> statements() {
        return functions.all().stream().flatMap(spec -> deployment.policyOf(spec.name()).stream());
    }

    List<String> queues() {
        return deployment.logicalIds("AWS::SQS::Queue");
    }

    private static Template read() {
        try {
            return Template.read(ROOT.resolve("template.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Queues.Created queue(String name, Map<String, String> attributes) {
        Source source = new Source() {
            @Override
            public String arn() {
                return ACCOUNT.arn("sqs", name);
            }

            @Override
            public Duration visibilityTimeout() {
                return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault("VisibilityTimeout", "30")));
            }

            @Override
            public List<Message> receive(int max) {
                return List.of();
            }

            @Override
            public void delete(String receiptHandle) {
                throw new IllegalStateException("Nothing was received.");
            }
        };
        return new Queues.Created("https://sqs.eu-central-1.amazonaws.com/111122223333/" + name, source, body -> {});
    }
}
