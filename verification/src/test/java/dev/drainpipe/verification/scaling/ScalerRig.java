package dev.drainpipe.verification.scaling;

import com.amazonaws.services.lambda.runtime.Context;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.taskscaler.TaskScalerHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;

/** A cluster {@code c} on the group {@code asg}, a service {@code web} in it, and a task-scaler with the rule n = 1. */
final class ScalerRig implements AutoCloseable {
    static final String RULE = "{\"cluster_name\": \"c\", \"service_name\": \"web\", \"min_task_count\": 1,"
            + " \"n_count\": 1, \"max_task_count\": 1000}";
    private static final String FUNCTION = "task-scaler";

    final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));
    final List<String> lines = new ArrayList<>();

    /** The operations that the function called, in order; also those that were refused. */
    final List<String> calls = new ArrayList<>();

    private final TaskScalerHandler handler;

    ScalerRig(int instances) {
        aws.ecs().createCluster("c");
        aws.autoScaling().create(GroupSpec.of("asg", instances).cluster("c", 4));
        aws.world().run(Duration.ofMinutes(10));
        aws.world().listen(event -> {
            if (event instanceof WorldEvent.ApiCall call && call.caller().equals(FUNCTION)) {
                calls.add(call.operation());
            }
        });
        Map<String, String> environment = Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", FUNCTION,
                "AWS_SECRET_ACCESS_KEY", "x",
                "AWS_MAX_ATTEMPTS", "1",
                "SCALING_RULES", RULE);
        this.handler = new TaskScalerHandler(new Surroundings(
                environment,
                aws.world().timeline(),
                time -> {
                    throw new IllegalStateException("a tick does not wait");
                },
                aws.http(FUNCTION),
                (level, message, fields) -> lines.add(level + " " + message)));
    }

    /** Creates the service and lets its tasks start. */
    ScalerRig serves(int tasks) {
        return holds(ServiceSpec.replica("c", TaskSpec.of("web"), tasks));
    }

    ScalerRig holds(ServiceSpec service) {
        aws.ecs().createService(service);
        aws.world().run(Duration.ofMinutes(5));
        return this;
    }

    int desired() {
        return aws.ecs().service("c", "web").desiredCount();
    }

    void tick() {
        invoke(RULE);
    }

    /** Wakes the function with one message per body; gives its answer. */
    String wake(String... bodies) {
        List<String> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(
                    "{\"messageId\": \"m" + records.size() + "\", \"body\": \"" + body.replace("\"", "\\\"") + "\"}");
        }
        return invoke("{\"Records\": [" + String.join(", ", records) + "]}");
    }

    /** Sets this many ACTIVE container instances DRAINING. */
    void drain(int count) {
        List<String> arns = aws.ecs().containerInstances("c").stream()
                .filter(instance -> instance.status().equals("ACTIVE"))
                .map(ContainerInstance::containerInstanceArn)
                .limit(count)
                .toList();
        try (EcsClient ecs = EcsClient.builder()
                .httpClient(aws.http("operator"))
                .region(Region.of("eu-central-1"))
                .credentialsProvider(credentials())
                .build()) {
            ecs.updateContainerInstancesState(
                    r -> r.cluster("c").containerInstances(arns).status(ContainerInstanceStatus.DRAINING));
        }
    }

    /** Lets the group have this many instances. */
    void grow(int capacity) {
        try (AutoScalingClient client = AutoScalingClient.builder()
                .httpClient(aws.http("operator"))
                .region(Region.of("eu-central-1"))
                .credentialsProvider(credentials())
                .build()) {
            client.setDesiredCapacity(r -> r.autoScalingGroupName("asg").desiredCapacity(capacity));
        }
    }

    @Override
    public void close() {
        aws.close();
    }

    private String invoke(String payload) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), answer, context());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getAwsRequestId")) {
                        return "request";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "x"));
    }
}
