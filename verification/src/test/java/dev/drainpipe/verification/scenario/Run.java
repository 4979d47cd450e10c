package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.fault.Faults;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.traffic.Traffic;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/** A scenario's account while it runs: what happens in it, and how it stands. */
final class Run implements AutoCloseable {
    static final String HOOK = "termination-hook";
    static final String TERMINATOR = "TerminatorFunction.EachMinute";
    static final String SCALER = "TaskScalerFunction.EachMinute";
    private static final String DEREGISTER = "DeregisterFunction.Termination";
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration LONG_STEP = Duration.ofSeconds(30);

    /** Longer than every ordinary drain, with a redelivery or two. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Ordinary plan;
    private final SimulatedAws aws;
    private final Evidence evidence;
    private final Faults faults;
    private final Deployment deployment;
    private final Building building;
    private final Allowed allowed = new Allowed();
    private final Map<String, String> holding = new HashMap<>();
    private final Map<String, String> instancesByArn = new HashMap<>();
    private Optional<Traffic> traffic = Optional.empty();

    Run(Ordinary plan) {
        this.plan = plan;
        this.aws = new SimulatedAws(plan.settings.apply(Quick.settings()));
        this.evidence = new Evidence(aws.world().timeline());
        this.faults = new Faults(aws.world(), Set.of("deregister", "terminator", "task-scaler"));
        aws.world().listen(evidence);
        aws.dispatcher().add(faults);
        aws.dispatcher().add(evidence);
        aws.autoScaling().events(evidence::lifecycleEvent);
        this.building = new Building(plan, aws);
        this.deployment = building.build();
    }

    void boot() {
        until("all instances serve and all tasks are healthy", this::steady);
        building.registerInstances(in("InService"));
        pass(Duration.ofSeconds(10));
        if (!loadBalancer().isEmpty() && plan.requestsPerSecond > 0) {
            Traffic sent = aws.traffic(loadBalancer(), TrafficSpec.perSecond(plan.requestsPerSecond));
            sent.start();
            traffic = Optional.of(sent);
        }
        pass(Duration.ofSeconds(10));
        aws.ecs()
                .containerInstances(Ordinary.CLUSTER)
                .forEach(instance -> instancesByArn.put(instance.containerInstanceArn(), instance.ec2InstanceId()));
        faults.begin();
    }

    private boolean steady() {
        boolean healthy = evidence.service()
                .filter(counts -> counts.desired() == plan.tasks && counts.healthy() == plan.tasks)
                .isPresent();
        return healthy
                && in("InService").size() == plan.instances
                && aws.ecs().containerInstances(Ordinary.CLUSTER).size() >= plan.instances;
    }

    SimulatedAws aws() {
        return aws;
    }

    World world() {
        return aws.world();
    }

    Faults faults() {
        return faults;
    }

    Evidence evidence() {
        return evidence;
    }

    Allowed allowed() {
        return allowed;
    }

    /** The Classic load balancer's name or the target group's ARN. */
    String loadBalancer() {
        return building.loadBalancer();
    }

    /** The ARN of what sends requests to the target group. */
    String frontendOfTheTargetGroup() {
        return operator()
                .targetGroups()
                .describeTargetGroups(r -> r.targetGroupArns(loadBalancer()))
                .targetGroups()
                .get(0)
                .loadBalancerArns()
                .get(0);
    }

    Operator operator() {
        return new Operator(aws);
    }

    Instant now() {
        return aws.world().now();
    }

    /** The group gives up so many instances. */
    void scaleIn(int number) {
        aws.autoScaling().setDesiredCapacity(Ordinary.GROUP, in("InService").size() - number);
    }

    /** The group gives up this instance, and wants one less from now on. */
    void terminate(String instanceId) {
        operator()
                .autoScaling()
                .terminateInstanceInAutoScalingGroup(
                        r -> r.instanceId(instanceId).shouldDecrementDesiredCapacity(true));
    }

    /** Someone in the group, in service. */
    String anInstance() {
        return in("InService").get(0);
    }

    /** Starts a task on an instance that ends only when somebody stops it. */
    void hold(String instanceId) {
        holding.put(instanceId, aws.ecs().startTask(Tasks.endless(), instanceId));
    }

    void stopHolding(String instanceId) {
        String task = holding.remove(instanceId);
        operator().ecs().stopTask(r -> r.cluster(Ordinary.CLUSTER).task(task));
    }

    /** The end of our hook's action on an instance, once it is over. */
    Ending letGo(String instanceId) {
        until(
                instanceId + " is let go",
                () -> ours().stream().anyMatch(e -> e.instanceId().equals(instanceId)));
        return ours().stream()
                .filter(e -> e.instanceId().equals(instanceId))
                .findFirst()
                .orElseThrow();
    }

    void pass(Duration time) {
        aws.world().run(time);
    }

    /** Lets time pass until something is so; fails if that takes longer than half an hour. */
    void until(String what, BooleanSupplier so) {
        within(PATIENCE, what, so);
    }

    /** Lets time pass until something is so; fails if that takes longer than this. */
    void within(Duration most, String what, BooleanSupplier so) {
        Instant end = now().plus(most);
        while (!so.getAsBoolean()) {
            assertThat(now())
                    .as("within %s: %s; log: %s", most, what, lastLines())
                    .isBefore(end);
            pass(most.compareTo(PATIENCE) > 0 ? LONG_STEP : STEP);
        }
    }

    /** Lets the group give up so many instances, and waits until our hook's actions on them are over. */
    void drain(int number) {
        long before = ours().size();
        scaleIn(number);
        until(number + " drains are over", () -> ours().size() >= before + number);
    }

    /** Waits until so many instances wait on the hook, and gives them. */
    List<String> waiting(int number) {
        until(number + " instances wait", () -> in("Terminating:Wait").size() >= number);
        return in("Terminating:Wait");
    }

    /** The group's instances in a lifecycle state. */
    List<String> in(String state) {
        return aws.autoScaling().instances(Ordinary.GROUP).stream()
                .filter(instance -> instance.lifecycleStateAsString().equals(state))
                .map(Instance::instanceId)
                .toList();
    }

    /** The EC2 instance of a container instance's ARN, as it was when the scenario began; the ARN if there was none. */
    String instanceAt(String containerInstanceArn) {
        return instancesByArn.getOrDefault(containerInstanceArn, containerInstanceArn);
    }

    /** The ARN of an EC2 instance's container instance. */
    String containerInstanceOf(String instanceId) {
        return aws.ecs().containerInstances(Ordinary.CLUSTER).stream()
                .filter(instance -> instanceId.equals(instance.ec2InstanceId()))
                .map(instance -> instance.containerInstanceArn())
                .findFirst()
                .orElseThrow();
    }

    /** The status that a container instance has. */
    String ecsStatus(String instanceId) {
        return aws.ecs().containerInstances(Ordinary.CLUSTER).stream()
                .filter(instance -> instanceId.equals(instance.ec2InstanceId()))
                .map(instance -> instance.status())
                .findFirst()
                .orElse("none");
    }

    /** The ends of the actions of the template's hook. */
    List<Ending> ours() {
        return evidence.endings().stream()
                .filter(ending -> ending.hook().equals(HOOK))
                .toList();
    }

    Set<String> startedByOurHook() {
        Set<String> ids = new TreeSet<>();
        evidence.started().keySet().stream()
                .filter(key -> key.startsWith(HOOK + " "))
                .forEach(key -> ids.add(key.substring(HOOK.length() + 1)));
        return ids;
    }

    /** How often the functions made a call, named like {@code ecs:ListTasks}. */
    long calls(String name) {
        return evidence.calls().stream()
                .filter(call -> call.name().equals(name) && !call.caller().equals(Operator.NAME))
                .count();
    }

    Duration drainTimeout() {
        return Duration.ofSeconds(Long.parseLong(plan.parameters.getOrDefault("DrainTimeoutSeconds", "3600")));
    }

    /** None of the three functions is invoked any more. */
    void stopFunctions() {
        deployment.mapping(DEREGISTER).orElseThrow().disable();
        deployment.schedule(TERMINATOR).orElseThrow().disable();
        deployment.schedule(SCALER).orElseThrow().disable();
    }

    void startFunctions() {
        deployment.mapping(DEREGISTER).orElseThrow().enable();
        deployment.schedule(TERMINATOR).orElseThrow().enable();
        deployment.schedule(SCALER).orElseThrow().enable();
    }

    /** The service keeps its desired count, whatever comes. */
    void stopScaling() {
        deployment.schedule(SCALER).orElseThrow().disable();
    }

    Queue lifecycleQueue() {
        return queue("LifecycleQueue");
    }

    Queue terminationQueue() {
        return queue("TerminationQueue");
    }

    private Queue queue(String logicalId) {
        return aws.sqs().byUrl(deployment.queue(logicalId).orElseThrow().url()).orElseThrow();
    }

    /** Takes all messages off the lifecycle queue before anybody sees them. */
    List<String> intercept() {
        List<String> bodies = new ArrayList<>();
        lifecycleQueue().receive(10).forEach(message -> {
            bodies.add(message.body());
            lifecycleQueue().delete(message.receiptHandle());
        });
        return bodies;
    }

    /** What lies on the dead-letter queues of messages. */
    List<DeadLetter> deadLetters() {
        return Stream.of("LifecycleDeadLetterQueue", "TerminationDeadLetterQueue")
                .flatMap(name -> queue(name).receive(10, Duration.ZERO).stream())
                .map(message -> new DeadLetter(
                        message.body(),
                        Optional.ofNullable(message.attributes().get("reason"))
                                .map(value -> value.stringValue())
                                .orElse("")))
                .toList();
    }

    /** The evidence of ticks that failed. */
    List<String> failedTicks() {
        return queue("ScheduleDeadLetterQueue").bodies();
    }

    int messagesWaiting() {
        return Stream.of(lifecycleQueue(), terminationQueue())
                .mapToInt(queue -> queue.visible() + queue.inFlight() + queue.delayed())
                .sum();
    }

    /** Ends the traffic, and lets the functions finish what is on the queues. */
    void finish() {
        traffic.ifPresent(Traffic::stop);
        if (!allowed.unfinished) {
            until("the queues are empty", () -> messagesWaiting() == 0);
            pass(Duration.ofMinutes(2));
        }
    }

    /** The last words of the functions, for a failure's message. */
    String lastLines() {
        List<String> lines = evidence.logLines().stream()
                .filter(line -> line.startsWith("["))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    @Override
    public void close() {
        aws.close();
    }
}
