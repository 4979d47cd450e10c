package dev.drainpipe.simulator;

import dev.drainpipe.simulator.applicationautoscaling.ApplicationAutoScaling;
import dev.drainpipe.simulator.autoscaling.AutoScaling;
import dev.drainpipe.simulator.ecs.Busy;
import dev.drainpipe.simulator.ecs.Ecs;
import dev.drainpipe.simulator.elb.ClassicElb;
import dev.drainpipe.simulator.elb.ElbV2;
import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.event.Announcements;
import dev.drainpipe.simulator.event.EventBus;
import dev.drainpipe.simulator.event.Publisher;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.Functions;
import dev.drainpipe.simulator.http.HttpFace;
import dev.drainpipe.simulator.iam.Roles;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.sqs.Sqs;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Services;
import dev.drainpipe.simulator.stack.SqsQueues;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.traffic.LoadBalancer;
import dev.drainpipe.simulator.traffic.RequestsInFlight;
import dev.drainpipe.simulator.traffic.Traffic;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Dispatcher;
import dev.drainpipe.simulator.wire.SimulatedHttp;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * One account in one Region: SQS, ECS, both generations of load balancers, Auto Scaling, Application Auto Scaling and
 * Lambda, on one virtual clock.
 *
 * <p>Reached as an {@link SdkHttpClient} by SDK clients of this process, or over loopback HTTP by any AWS client. Two
 * accounts made of the same settings and driven alike behave alike. What each service leaves out is in its own Javadoc.
 */
public final class SimulatedAws implements AutoCloseable {
    private final World world;
    private final Duration latency;
    private final RequestsInFlight requests;
    private final Sqs sqs;
    private final ClassicElb classicElb;
    private final ElbV2 elbV2;
    private final Ecs ecs;
    private final AutoScaling autoScaling;
    private final ApplicationAutoScaling applicationAutoScaling;
    private final Functions functions;
    private final EventBus eventBus = new EventBus();
    private final Announcements announcements;
    private final Dispatcher dispatcher;

    public SimulatedAws(AwsSettings settings) {
        this.world = new World(settings.start(), settings.seed(), settings.account());
        this.latency = settings.latency();
        this.requests = new RequestsInFlight(world);
        this.sqs = new Sqs(world, settings.sqs());
        this.classicElb = new ClassicElb(world, requests, settings.classicElb());
        this.elbV2 = new ElbV2(world, requests, settings.elbV2());
        this.ecs = new Ecs(world, this::registrar, settings.ecsTimings(), settings.ecs());
        this.autoScaling = new AutoScaling(world, this::registrar, this::post, settings.autoScaling());
        this.applicationAutoScaling = new ApplicationAutoScaling(world);
        this.functions = new Functions(world);
        autoScaling.events(eventBus::publish);
        Publisher ecsEvents = new Publisher(world, eventBus, "ecs event ids");
        ecs.events((type, arn, detail) -> ecsEvents.publish("aws.ecs", type, List.of(arn), detail));
        this.announcements = new Announcements(world, eventBus, autoScaling::interrupted);
        this.dispatcher = new Dispatcher(world, services());
        classicElb.backends(ecs);
        elbV2.backends(ecs);
        ecs.busy(trafficBehind());
    }

    public World world() {
        return world;
    }

    public Sqs sqs() {
        return sqs;
    }

    public ClassicElb classicElb() {
        return classicElb;
    }

    public ElbV2 elbV2() {
        return elbV2;
    }

    public Ecs ecs() {
        return ecs;
    }

    public AutoScaling autoScaling() {
        return autoScaling;
    }

    public ApplicationAutoScaling applicationAutoScaling() {
        return applicationAutoScaling;
    }

    public Functions functions() {
        return functions;
    }

    public EventBus eventBus() {
        return eventBus;
    }

    /** What EC2 and AWS Health say. */
    public Announcements announcements() {
        return announcements;
    }

    /** All services that have an API, to be asked directly, past gates and interceptors. */
    public List<AwsService> services() {
        return List.of(sqs, ecs, classicElb, elbV2, autoScaling, applicationAutoScaling);
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** All requests that are on their way. */
    public RequestsInFlight requests() {
        return requests;
    }

    /** A transport for SDK clients of this process; their calls are counted under the caller's name. */
    public SdkHttpClient http(String caller) {
        return new SimulatedHttp(dispatcher, caller, latency);
    }

    /** A loopback server for any AWS client; port 0 takes a free one. Not yet started. */
    public HttpFace face(int port) {
        return new HttpFace(world, dispatcher, port);
    }

    /**
     * Requests through a Classic load balancer's name or a target group's ARN; not yet started.
     *
     * @throws IllegalArgumentException if there is no such load balancer
     */
    public Traffic traffic(String loadBalancer, TrafficSpec spec) {
        LoadBalancer front = Optional.<LoadBalancer>empty()
                .or(() -> classicElb.loadBalancer(loadBalancer))
                .or(() -> elbV2.loadBalancer(loadBalancer))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no Classic load balancer or target group \"%s\".".formatted(loadBalancer)));
        return new Traffic(world, requests, front, spec);
    }

    /**
     * Deploys a SAM template: its queues, functions, event source mappings, schedules and hooks, at work from now on.
     *
     * @param parameters those that shall not have their defaults
     * @param code makes the code of one execution environment of a function
     * @throws IllegalArgumentException if parameters are not acceptable, or the template uses what is not simulated
     */
    public Deployment deploy(
            Template template, Map<String, String> parameters, Function<FunctionSpec, FunctionCode> code) {
        Services services =
                new Services(world, functions, code, new SqsQueues(sqs), eventBus, autoScaling::putLifecycleHook);
        return new Deployment(template, parameters, services);
    }

    /**
     * From now on refuses what the roles of the deployed functions do not allow, as {@link Roles} says; off by default.
     *
     * @throws IllegalArgumentException if a role uses what is not simulated
     */
    public void enforce(Deployment deployment) {
        dispatcher.add(new Roles(world.account(), deployment.policies(), new TaggedGroups(autoScaling)));
    }

    @Override
    public void close() {
        world.close();
    }

    private Registrar registrar(String name) {
        return Optional.<Registrar>empty()
                .or(() -> classicElb.byName(name))
                .or(() -> elbV2.byName(name))
                .orElseThrow(() -> AwsError.sender(
                        "ValidationError", "There is no load balancer or target group \"%s\".".formatted(name)));
    }

    private void post(String targetArn, String body) {
        Queue queue = sqs.byArn(targetArn)
                .orElseThrow(() -> AwsError.sender(
                        "ValidationError",
                        "Unable to publish test message to notification target %s. Please check your target and role configuration and try to put lifecycle hook again."
                                .formatted(targetArn)));
        queue.send(body);
    }

    private Busy trafficBehind() {
        return new Busy() {
            @Override
            public int requests(String instanceId, int port) {
                return requests.requests(instanceId, port);
            }

            @Override
            public void ended(String instanceId, int port) {
                requests.ended(instanceId, port);
            }
        };
    }
}
