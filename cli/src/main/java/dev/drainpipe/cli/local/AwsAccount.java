package dev.drainpipe.cli.local;

import dev.drainpipe.proof.function.InProcessFunction;
import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import dev.drainpipe.simulator.function.LogFormat;
import dev.drainpipe.simulator.http.HttpFace;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.traffic.Traffic;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The account of a local run, on the simulated AWS. */
final class AwsAccount implements SimulatedAccount {
    private static final int PORT = 8080;

    /** Short enough that a run is not all waiting; AWS's default is five minutes. */
    private static final Duration DEREGISTRATION_DELAY = Duration.ofMinutes(1);

    /** Some requests outlive a health check, few a stop: as of a service that also does slow things. */
    private static final Duration MEAN_REQUEST = Duration.ofSeconds(1);

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

    /** Enough that each task has requests in flight whenever it is stopped. */
    private static final double REQUESTS_PER_SECOND_AND_TASK = 2;

    private final LocalOptions options;
    private final SimulatedAws aws;
    private final Traffic traffic;
    private @Nullable HttpFace face;

    AwsAccount(LocalOptions options, Template template, Instant start, Consumer<WorldEvent> listener) {
        this.options = options;
        this.aws = new SimulatedAws(AwsSettings.of(start, options.seed()));
        aws.world().listen(listener);
        String loadBalancer = createLoadBalancer();
        aws.ecs().createCluster(Names.CLUSTER);
        aws.autoScaling().create(GroupSpec.of(Names.GROUP, options.instances()).cluster(Names.CLUSTER, 1));
        aws.ecs()
                .createService(ServiceSpec.replica(Names.CLUSTER, task(), options.tasks())
                        .withLoadBalancers(loadBalancer));
        if (options.drainpipe()) {
            aws.functions().logAs(LogFormat.TEXT);
            aws.deploy(template, parameters(), code -> InProcessFunction.in(aws, code));
        }
        this.traffic = aws.traffic(
                loadBalancer,
                TrafficSpec.perSecond(options.tasks() * REQUESTS_PER_SECOND_AND_TASK)
                        .lasting(MEAN_REQUEST, LONGEST_REQUEST));
    }

    private String createLoadBalancer() {
        return switch (options.loadBalancer()) {
            case CLASSIC -> {
                aws.classicElb().create(ClassicSpec.of(Names.LOAD_BALANCER, PORT));
                yield Names.LOAD_BALANCER;
            }
            case TARGET_GROUP ->
                aws.elbV2().create(TargetGroupSpec.of(Names.SERVICE, PORT).delay(DEREGISTRATION_DELAY));
        };
    }

    private TaskSpec task() {
        TaskSpec task = TaskSpec.of(Names.SERVICE);
        return switch (options.loadBalancer()) {
            case CLASSIC -> task.withStaticPort(PORT);
            case TARGET_GROUP -> task.withDynamicPort(PORT);
        };
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ClusterName", Names.CLUSTER);
        parameters.put("ServiceName", Names.SERVICE);
        parameters.put("AutoScalingGroupName", Names.GROUP);
        parameters.put("MinTaskCount", String.valueOf(options.fewestTasks()));
        parameters.put("NCount", String.valueOf(options.spareInstances()));
        if (options.loadBalancer() == LoadBalancerKind.CLASSIC) {
            parameters.put("LoadBalancerName", Names.LOAD_BALANCER);
        }
        return parameters;
    }

    @Override
    public World world() {
        return aws.world();
    }

    @Override
    public void startTraffic() {
        aws.world().exclusively(() -> {
            traffic.start();
            return true;
        });
    }

    @Override
    public void stopTraffic() {
        aws.world().exclusively(() -> {
            traffic.stop();
            return true;
        });
    }

    @Override
    public int requestsInFlight() {
        return aws.world().exclusively(() -> aws.requests().requests());
    }

    @Override
    public void scaleIn() {
        aws.world().exclusively(() -> {
            aws.autoScaling().setDesiredCapacity(Names.GROUP, options.instances() - options.scaleIn());
            return true;
        });
    }

    @Override
    public String feed(String body) {
        return aws.world()
                .exclusively(() -> queues(false).stream()
                        .filter(queue -> queue.name().contains("lifecycle"))
                        .findFirst()
                        .orElseThrow()
                        .send(body));
    }

    @Override
    public int messagesWaiting() {
        return aws.world()
                .exclusively(() -> queues(false).stream()
                        .mapToInt(queue -> queue.visible() + queue.inFlight() + queue.delayed())
                        .sum());
    }

    @Override
    public List<String> deadLetters() {
        return aws.world().exclusively(() -> {
            List<String> bodies = new ArrayList<>();
            queues(true).forEach(queue -> bodies.addAll(queue.bodies()));
            return bodies;
        });
    }

    private List<Queue> queues(boolean deadLetters) {
        return aws.sqs().queues().stream()
                .filter(queue -> queue.name().contains("dead-letter") == deadLetters)
                .toList();
    }

    @Override
    public URI serve(int port) {
        face = aws.face(port);
        face.start();
        return face.address();
    }

    @Override
    public void close() {
        if (face != null) {
            face.close();
        }
        aws.close();
    }
}
