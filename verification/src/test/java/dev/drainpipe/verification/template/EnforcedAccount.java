package dev.drainpipe.verification.template;

import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.proof.function.InProcessFunction;
import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.ecs.EcsClient;

/**
 * Three instances in cluster {@code c}, with a service {@code s}, registered by hand with the Classic load balancer {@code
 * lb} and a target group; the template can be deployed there with its roles in force and its handlers in this process.
 */
final class EnforcedAccount implements AutoCloseable {
    static final String GROUP = "web";
    private static final int PORT = 8080;

    final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));
    final String targetGroup;
    private final List<WorldEvent.ApiCall> calls = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    EnforcedAccount() {
        aws.ecs().createCluster("c");
        aws.classicElb().create(ClassicSpec.of("lb", PORT).draining(Duration.ofSeconds(30)));
        targetGroup = aws.elbV2().create(TargetGroupSpec.of("tg", PORT).delay(Duration.ofSeconds(30)));
        aws.autoScaling().create(GroupSpec.of(GROUP, 3).cluster("c", 4));
        aws.ecs().createService(ServiceSpec.replica("c", TaskSpec.of("s").withStaticPort(PORT), 2));
        aws.world().run(Duration.ofMinutes(10));
        aws.autoScaling().instances(GROUP).forEach(instance -> {
            classic().register(instance.instanceId(), PORT);
            targets().register(instance.instanceId(), PORT);
        });
        aws.world().listen(event -> {
            if (event instanceof WorldEvent.ApiCall call) {
                calls.add(call);
            }
            if (event instanceof WorldEvent.LogLine line) {
                log.add(line.text());
            }
        });
    }

    @Override
    public void close() {
        aws.close();
    }

    /** Deploys the template with these parameters, and its roles in force. */
    Deployment deploy(Map<String, String> parameters) throws IOException {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("ServiceName", "s");
        Template template = Template.read(DeployedTemplate.ROOT.resolve("template.yaml"));
        Deployment deployment = aws.deploy(template, all, this::code);
        aws.enforce(deployment);
        return deployment;
    }

    /** Puts the hook on the group by hand, as the template's AttachHookCommand does. */
    void attach(Deployment deployment, String cluster) {
        aws.autoScaling()
                .putLifecycleHook(PutLifecycleHookRequest.builder()
                        .autoScalingGroupName(GROUP)
                        .lifecycleHookName("drainpipe")
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                        .heartbeatTimeout(1800)
                        .defaultResult("CONTINUE")
                        .notificationTargetARN(deployment.outputs().get("LifecycleQueueArn"))
                        .roleARN(deployment.outputs().get("LifecycleHookRoleArn"))
                        .notificationMetadata("{\"cluster_name\": \"%s\"}".formatted(cluster))
                        .build());
    }

    /** Someone in the group. */
    String anInstance() {
        return aws.autoScaling().instances(GROUP).get(0).instanceId();
    }

    /** Takes one instance out of the group, with time enough to drain it. */
    void scaleIn() {
        aws.autoScaling().setDesiredCapacity(GROUP, 2);
        aws.world().run(Duration.ofMinutes(10));
    }

    private FunctionCode code(FunctionSpec spec) {
        Surroundings surroundings = InProcessFunction.surroundings(spec, aws);
        return new InProcessFunction(spec, surroundings, surroundings.clock());
    }

    EcsClient ecs(String caller) {
        return EcsClient.builder()
                .httpClient(aws.http(caller))
                .region(Region.of("eu-central-1"))
                .credentialsProvider(key(caller))
                .build();
    }

    AutoScalingClient autoScaling(String caller) {
        return AutoScalingClient.builder()
                .httpClient(aws.http(caller))
                .region(Region.of("eu-central-1"))
                .credentialsProvider(key(caller))
                .build();
    }

    private static StaticCredentialsProvider key(String caller) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(caller, "x"));
    }

    /** The calls that roles did not allow. */
    List<WorldEvent.ApiCall> refused() {
        return calls.stream()
                .filter(call -> call.error().orElse("").matches("AccessDenied.*|NotSimulated"))
                .toList();
    }

    /** The operations that were called without any error. */
    Set<String> done() {
        return calls.stream()
                .filter(call -> call.error().isEmpty())
                .map(WorldEvent.ApiCall::operation)
                .collect(Collectors.toSet());
    }

    /** What happened, for whoever has to find out why. */
    String story() {
        return refused() + "\n" + String.join("\n", log);
    }

    private Registrar classic() {
        return aws.classicElb().byName("lb").orElseThrow();
    }

    private Registrar targets() {
        return aws.elbV2().byName(targetGroup).orElseThrow();
    }
}
