package dev.drainpipe.verification.scenario;

import dev.drainpipe.proof.run.Operator;
import dev.drainpipe.proof.run.Quick;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.fault.Faults;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/** A scenario's account: how it stands, and what stands outside time. */
class Account implements AutoCloseable {
    static final String HOOK = "termination-hook";
    private static final String TERMINATOR = "TerminatorFunction.EachMinute";
    private static final String SCALER = "TaskScalerFunction.EachMinute";
    private static final String WAKE_UP_CALL = "TaskScalerFunction.WakeUpCall";
    private static final String DEREGISTER = "DeregisterFunction.Termination";

    final Ordinary plan;
    final SimulatedAws aws;
    final Evidence evidence;
    final Faults faults;
    final Building building;
    final Map<String, String> instancesByArn = new HashMap<>();
    private final Deployment deployment;

    Account(Ordinary plan) {
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

    Faults faults() {
        return faults;
    }

    Evidence evidence() {
        return evidence;
    }

    SimulatedAws aws() {
        return aws;
    }

    World world() {
        return aws.world();
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

    /** Someone in the group, in service. */
    String anInstance() {
        return in("InService").get(0);
    }

    /** Someone in the group, in service, on whom a task is. */
    String anInstanceWithATask() {
        return in("InService").stream()
                .filter(id -> aws.ecs().tasksNotStopped(id) > 0)
                .findFirst()
                .orElseThrow();
    }

    /** The group's instances in a lifecycle state. */
    List<String> in(String state) {
        return in(Ordinary.GROUP, state);
    }

    /** The instances of any group in a lifecycle state. */
    List<String> in(String group, String state) {
        return aws.autoScaling().instances(group).stream()
                .filter(instance -> instance.lifecycleStateAsString().equals(state))
                .map(Instance::instanceId)
                .toList();
    }

    /** Remembers which EC2 instance is which container instance of a cluster, even if the cluster is deleted later. */
    void know(String cluster) {
        aws.ecs()
                .containerInstances(cluster)
                .forEach(instance -> instancesByArn.put(instance.containerInstanceArn(), instance.ec2InstanceId()));
    }

    /** The EC2 instance of a container instance's ARN; the ARN if it is of no known cluster. */
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

    /** Puts our hook on a further group, as the template's AttachHookCommand does; metadata may be none. */
    void attach(String group, @Nullable String metadata) {
        operator()
                .autoScaling()
                .putLifecycleHook(hook -> hook.autoScalingGroupName(group)
                        .lifecycleHookName(HOOK)
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                        .heartbeatTimeout(1800)
                        .defaultResult("CONTINUE")
                        .notificationTargetARN(lifecycleQueue().arn())
                        .roleARN("arn:aws:iam::111122223333:role/hook")
                        .notificationMetadata(metadata));
    }

    /** Tags a group. */
    void tag(String group, String key, String value) {
        Tag tag = Tag.builder()
                .resourceId(group)
                .resourceType("auto-scaling-group")
                .key(key)
                .value(value)
                .build();
        operator().autoScaling().createOrUpdateTags(request -> request.tags(tag));
    }

    /** None of the three functions is invoked any more. */
    void stopFunctions() {
        deployment.mapping(DEREGISTER).orElseThrow().disable();
        deployment.schedule(TERMINATOR).orElseThrow().disable();
        stopScaling();
    }

    void startFunctions() {
        deployment.mapping(DEREGISTER).orElseThrow().enable();
        deployment.schedule(TERMINATOR).orElseThrow().enable();
        deployment.schedule(SCALER).orElseThrow().enable();
        deployment.mapping(WAKE_UP_CALL).orElseThrow().enable();
    }

    /** The service keeps its desired count, whatever comes. */
    void stopScaling() {
        deployment.schedule(SCALER).orElseThrow().disable();
        deployment.mapping(WAKE_UP_CALL).orElseThrow().disable();
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
        return Stream.of("LifecycleDeadLetterQueue", "TerminationDeadLetterQueue", "ScalerDeadLetterQueue")
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

    @Override
    public void close() {
        aws.close();
    }
}
