package dev.drainpipe.verification.scenario;

import dev.drainpipe.lambda.LogSink;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.proof.function.InProcessFunction;
import dev.drainpipe.proof.function.RetriesInVirtualTime;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.HealthCheckSettings;
import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.LogFormat;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;

/** Builds the account of a scenario, and deploys template.yaml into it. */
final class Building {
    private static final HealthCheckSettings CHECKS = new HealthCheckSettings(Duration.ofSeconds(5), 2, 2);

    private final Ordinary plan;
    private final SimulatedAws aws;
    private String loadBalancer = "";

    Building(Ordinary plan, SimulatedAws aws) {
        this.plan = plan;
        this.aws = aws;
    }

    /** The Classic load balancer's name or the target group's ARN; empty without one. */
    String loadBalancer() {
        return loadBalancer;
    }

    Deployment build() {
        loadBalancer = createLoadBalancer();
        aws.ecs().createCluster(Ordinary.CLUSTER);
        GroupSpec group = GroupSpec.of(Ordinary.GROUP, plan.instances).cluster(Ordinary.CLUSTER, plan.slots);
        aws.autoScaling().create(plan.group.apply(group));
        aws.ecs().createService(plan.service.apply(service()));
        plan.before.forEach(change -> change.accept(aws));
        aws.functions().logAs(LogFormat.TEXT);
        return aws.deploy(template(), parameters(), this::function);
    }

    private String createLoadBalancer() {
        if (plan.front.classic()) {
            aws.classicElb()
                    .create(ClassicSpec.of(Ordinary.LOAD_BALANCER, Ordinary.PORT)
                            .draining(Duration.ofMinutes(1))
                            .checks(CHECKS));
            return Ordinary.LOAD_BALANCER;
        }
        return plan.front.targetGroup()
                ? aws.elbV2()
                        .create(TargetGroupSpec.of(Ordinary.LOAD_BALANCER, Ordinary.PORT)
                                .delay(Duration.ofSeconds(30))
                                .checks(CHECKS))
                : "";
    }

    /** Puts the instances into a load balancer that ECS knows nothing of. */
    void registerInstances(List<String> instanceIds) {
        if (plan.front == Front.CLASSIC_OUTSIDE) {
            Registrar classic = aws.classicElb().byName(loadBalancer).orElseThrow();
            instanceIds.forEach(id -> classic.register(id, 0));
        } else if (plan.front == Front.TARGET_GROUP_OUTSIDE) {
            Registrar group = aws.elbV2().byName(loadBalancer).orElseThrow();
            instanceIds.forEach(id -> group.register(id, Ordinary.PORT));
        }
    }

    private ServiceSpec service() {
        TaskSpec bare = TaskSpec.of(Ordinary.SERVICE).withStartup(Duration.ofSeconds(1));
        TaskSpec task = switch (plan.front) {
            case NONE -> bare;
            case TARGET_GROUP -> bare.withDynamicPort(Ordinary.PORT);
            case CLASSIC, CLASSIC_OUTSIDE, TARGET_GROUP_OUTSIDE -> bare.withStaticPort(Ordinary.PORT);
        };
        ServiceSpec service = ServiceSpec.replica(Ordinary.CLUSTER, plan.task.apply(task), plan.tasks);
        return plan.front.managed() ? service.withLoadBalancers(loadBalancer) : service;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("NCount", String.valueOf(Math.max(0, plan.instances - plan.tasks)));
        if (plan.front.classic()) {
            parameters.put("LoadBalancerName", loadBalancer);
        } else if (plan.front.targetGroup()) {
            parameters.put("TargetGroupArns", loadBalancer);
        }
        parameters.putAll(plan.parameters);
        return parameters;
    }

    private FunctionCode function(FunctionSpec spec) {
        Surroundings usual = InProcessFunction.surroundings(spec, aws);
        Map<String, String> environment = new LinkedHashMap<>(usual.environment());
        environment.putAll(plan.environment);
        InstantSource clock = () -> usual.clock().instant().plus(plan.skew);
        // With the fields that JSON logs would have: secrets must not be there either.
        LogSink log = (level, message, fields) -> {
            if (level != LogSink.Level.DEBUG) {
                aws.functions().log(spec.name(), "[" + level + "] " + message + " " + fields);
            }
        };
        return new InProcessFunction(
                spec, new Surroundings(environment, clock, usual.pause(), http(usual), log), usual.clock());
    }

    private SdkHttpClient http(Surroundings usual) {
        return plan.retries ? new RetriesInVirtualTime(usual.http(), usual.pause()) : usual.http();
    }

    private static Template template() {
        try {
            return Template.read(Path.of("..", "template.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
