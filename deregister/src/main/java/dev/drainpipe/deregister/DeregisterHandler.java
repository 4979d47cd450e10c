package dev.drainpipe.deregister;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.drainpipe.aws.AutoScalingMembers;
import dev.drainpipe.aws.AutoScalingTags;
import dev.drainpipe.aws.EcsClusters;
import dev.drainpipe.aws.EcsContainerInstances;
import dev.drainpipe.aws.EcsDraining;
import dev.drainpipe.aws.EcsManagedLoadBalancers;
import dev.drainpipe.aws.ElbClassicListing;
import dev.drainpipe.aws.ElbClassicLoadBalancers;
import dev.drainpipe.aws.ElbTargetGroupListing;
import dev.drainpipe.aws.ElbTargetGroups;
import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.aws.SqsQueues;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.Rehearsal;
import dev.drainpipe.lambda.SqsBatch;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The entry point of deregister: wiring, and one {@link DeregisterStep} per batch of messages, whether an event source
 * mapping brings the batch or a scheduled run takes it from the queue.
 */
public final class DeregisterHandler implements RequestStreamHandler {
    /** A message about an instance which nobody knows any more. */
    private static final Rehearsal REHEARSAL = new Rehearsal("""
            {"Records": [{"messageId": "m", "body": "{\\"EC2InstanceId\\": \\"i-0123456789abcdef0\\",
            \\"LifecycleTransition\\": \\"autoscaling:EC2_INSTANCE_TERMINATING\\", \\"AutoScalingGroupName\\": \\"g\\",
            \\"LifecycleHookName\\": \\"h\\", \\"LifecycleActionToken\\": \\"t\\"}", "attributes": {}}]}
            """.replace("\n", " "), Map.of());

    /** Less than the minute after which the next scheduled run comes. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(50);

    private final Surroundings surroundings;
    private final DeregisterConfig config;
    private final SqsQueues queues;
    private final Triage.Sources sources;
    private final Discovery.Sources balancers;
    private final ElbTargetGroups targetGroups;
    private final Execution.Hands hands;

    /** Called by Lambda. */
    public DeregisterHandler() {
        this(Surroundings.inLambda());
        REHEARSAL.play(surroundings, DeregisterHandler::new);
    }

    /** Called by tests and local runs. */
    public DeregisterHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.config = DeregisterConfig.from(surroundings.environment());
        SdkClients clients = new SdkClients(surroundings.environment(), surroundings.http());
        EcsClient ecs = clients.build(EcsClient.builder());
        AutoScalingClient autoScaling = clients.build(AutoScalingClient.builder());
        ElasticLoadBalancingClient elb = clients.build(ElasticLoadBalancingClient.builder());
        ElasticLoadBalancingV2Client elbV2 = clients.build(ElasticLoadBalancingV2Client.builder());
        ElbClassicLoadBalancers classic = new ElbClassicLoadBalancers(elb);
        this.queues = new SqsQueues(clients.build(SqsClient.builder()), surroundings.clock());
        this.sources = new Triage.Sources(
                new Locator(new EcsContainerInstances(ecs), new EcsClusters(ecs)),
                new AutoScalingMembers(autoScaling),
                new KnownTags(new AutoScalingTags(autoScaling), surroundings.clock()));
        this.balancers = new Discovery.Sources(
                new ElbClassicListing(elb),
                classic,
                new KnownTargets(new ElbTargetGroupListing(elbV2), surroundings.clock()),
                new KnownManaged(new EcsManagedLoadBalancers(ecs), surroundings.clock()));
        this.targetGroups = new ElbTargetGroups(elbV2);
        this.hands = new Execution.Hands(classic, targetGroups, new EcsDraining(ecs));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> payload = Payload.read(in);
        Journal journal = new Journal(surroundings.log(), context.getAwsRequestId());
        Invocation invocation =
                new Invocation(new Attempts(journal), TimeLeft.of(context, surroundings.clock(), LONGEST_RUN));
        Payload.write(
                out,
                SqsBatch.is(payload)
                        ? SqsBatch.payload(batch(SqsBatch.event(payload), invocation))
                        : scheduled(payload, invocation));
    }

    /** One invocation: what was tried in it, and how long it may go on. */
    private record Invocation(Attempts attempts, TimeLeft time) {}

    private SQSBatchResponse batch(SQSEvent event, Invocation invocation) {
        DeregisterStep step = step(config.settings(), queues.at(config.requiredTerminationQueueUrl()), invocation);
        return SqsBatch.response(
                step.run(SqsBatch.deliveries(event, surroundings.clock().instant())));
    }

    private Map<String, Object> scheduled(Map<String, Object> payload, Invocation invocation) {
        DeregisterInput input = DeregisterInput.from(payload, config.settings().options());
        DeregisterStep step = step(input.settings(), queues.at(input.terminationQueue()), invocation);
        int taken = new QueueRun(() -> inbox(input, invocation), step, invocation.attempts()).run(invocation.time());
        invocation.attempts().rethrow();
        return Map.of("messages", taken);
    }

    private Inbox inbox(DeregisterInput input, Invocation invocation) {
        Inbox inbox = queues.at(input.lifecycleQueue());
        return input.settings().options().dryRun()
                ? new DryRun(invocation.attempts().journal()).inbox(inbox, "the lifecycle queue")
                : inbox;
    }

    private DeregisterStep step(Settings settings, Outbox terminationQueue, Invocation invocation) {
        Attempts attempts = invocation.attempts();
        DryRun dry = new DryRun(attempts.journal());
        boolean dryRun = settings.options().dryRun();
        Optional<Outbox> deadLetterQueue =
                outbox(config.deadLetterQueueUrl()).map(queue -> dryRun ? dry.outbox("the dead-letter queue") : queue);
        Optional<Outbox> scalerQueue =
                outbox(config.scalerQueueUrl()).map(queue -> dryRun ? dry.outbox("the task scaler's queue") : queue);
        Outbox handOverQueue = dryRun ? dry.outbox("the termination queue") : terminationQueue;
        Optional<Discovery> discovery = settings.options().discover()
                ? Optional.of(new Discovery(balancers, attempts, invocation.time()))
                : Optional.empty();
        TrafficLook traffic = new TrafficLook(balancers.classic(), new SurelyOut(targetGroups), attempts);
        return new DeregisterStep(
                new Intake(settings, new DeadLetters(deadLetterQueue, "lifecycle queue", attempts.journal()), attempts),
                new Triage(sources, settings.options().requiredTag(), attempts),
                new Observer(discovery, balancers.managed(), traffic, attempts),
                new Execution(
                        dryRun ? dry.hands() : hands, new HandOver(scalerQueue, handOverQueue, attempts), attempts),
                attempts);
    }

    private Optional<Outbox> outbox(@Nullable String url) {
        return Optional.ofNullable(url).map(queues::at);
    }
}
