package dev.drainpipe.terminator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.aws.AutoScalingActions;
import dev.drainpipe.aws.AutoScalingActivities;
import dev.drainpipe.aws.AutoScalingGroupHooks;
import dev.drainpipe.aws.AutoScalingGroups;
import dev.drainpipe.aws.AutoScalingHooks;
import dev.drainpipe.aws.AutoScalingTerminations;
import dev.drainpipe.aws.AutoScalingWaits;
import dev.drainpipe.aws.AutoScalingWaits.Tag;
import dev.drainpipe.aws.EcsClusters;
import dev.drainpipe.aws.EcsContainerInstances;
import dev.drainpipe.aws.EcsTaskProtections;
import dev.drainpipe.aws.EcsTaskStops;
import dev.drainpipe.aws.EcsTasks;
import dev.drainpipe.aws.ElbClassicLoadBalancers;
import dev.drainpipe.aws.ElbTargetGroups;
import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.aws.SqsQueue;
import dev.drainpipe.aws.SqsQueues;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.BatchInbox;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.Rehearsal;
import dev.drainpipe.lambda.SqsBatch;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.TaskNews;
import dev.drainpipe.port.Backlog;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.WaitingInstances;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The entry point of the terminator: wiring, and one {@link TerminatorStep} per invocation. */
public final class TerminatorHandler implements RequestStreamHandler {
    /** A tick that finds a message about an instance which nobody knows any more. */
    private static final Rehearsal REHEARSAL = new Rehearsal(
            "{\"queue_name\": \"rehearsal\"}",
            Map.of("GetQueueUrl", "{\"QueueUrl\": \"https://rehearsal\"}", "ReceiveMessage", """
                    {"Messages": [{"MessageId": "m", "ReceiptHandle": "r", "Body": "{\\"instance_id\\":
                    \\"i-0123456789abcdef0\\", \\"auto_scaling_group\\": \\"g\\", \\"life_cycle_hook_name\\":
                    \\"h\\", \\"cluster_name\\": \\"c\\", \\"elb_name\\": \\"lb\\"}"}]}
                    """.replace("\n", " ")));

    /** Less than the minute after which the next tick comes. */
    private static final Duration LONGEST_TICK = Duration.ofSeconds(50);

    /** Nearly as long as Lambda allows: until the batch comes again, nobody sends a heartbeat. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(55);

    private final Surroundings surroundings;
    private final TerminatorConfig config;
    private final SqsQueues queues;
    private final Wiring wiring;

    /** Called by Lambda. */
    public TerminatorHandler() {
        this(Surroundings.inLambda());
        REHEARSAL.play(surroundings, TerminatorHandler::new);
    }

    /** Called by tests and local runs. */
    public TerminatorHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.config = TerminatorConfig.from(surroundings.environment());
        SdkClients clients = new SdkClients(surroundings.environment(), surroundings.http());
        AutoScalingClient autoScaling = clients.build(AutoScalingClient.builder());
        EcsClient ecs = clients.build(EcsClient.builder());
        this.queues = new SqsQueues(clients.build(SqsClient.builder()), surroundings.clock());
        AutoScalingGroupHooks groupHooks = new AutoScalingGroupHooks(autoScaling);
        this.wiring = new Wiring(
                new Wiring.Reads(
                        places(clients, autoScaling, ecs),
                        new AutoScalingHooks(autoScaling, surroundings.clock()),
                        groupHooks,
                        new OurHooks(groupHooks, config.lifecycleQueueUrl()),
                        waits(autoScaling),
                        new AutoScalingActivities(autoScaling)),
                new Wiring.Writes(
                        new AutoScalingActions(autoScaling),
                        new AutoScalingTerminations(autoScaling),
                        new EcsTaskStops(ecs)),
                surroundings.clock(),
                surroundings.pause());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> payload = Payload.read(in);
        Journal journal = new Journal(surroundings.log(), context.getAwsRequestId());
        Attempts attempts = new Attempts(journal);
        boolean batch = SqsBatch.is(payload);
        TimeLeft time = TimeLeft.of(context, surroundings.clock(), batch ? LONGEST_BATCH : LONGEST_TICK);
        Payload.write(out, batch ? batch(payload, time, attempts) : scheduled(payload, time, attempts));
    }

    /** What a queue brings: drains, which come again until they are over, and news of tasks, which does not. */
    private Map<String, Object> batch(Map<String, Object> payload, TimeLeft time, Attempts attempts) {
        Brought brought = Brought.of(SqsBatch.deliveries(
                SqsBatch.event(payload), surroundings.clock().instant()));
        BatchInbox inbox = new BatchInbox(brought.drains());
        SqsQueue queue = queues.at(config.requiredQueueUrl());
        // What failed is written down, and comes again; the others shall not come again with it.
        attempts.act(() -> tick(
                        new Letters(inbox, queue, Optional.of(brought.news()), Optional.empty()),
                        config.policy(),
                        attempts)
                .run(time));
        return SqsBatch.payload(SqsBatch.response(inbox.comeAgain()));
    }

    private Map<String, Object> scheduled(Map<String, Object> payload, TimeLeft time, Attempts attempts) {
        TerminatorInput input = TerminatorInput.from(payload, config.policy());
        boolean fed = config.feeds(input.queueName());
        // A queue that is gone, or does not answer, is no reason to fail: the next tick tries again.
        Map<String, Object> answer = attempts.ask(() -> queues.at(config.queue(input.queueName())))
                .map(queue -> fed
                        ? tick(
                                new Letters(
                                        new BatchInbox(List.of()),
                                        queue,
                                        Optional.empty(),
                                        Optional.of(backlog(queue))),
                                input.policy(),
                                attempts)
                        : tick(
                                new Letters(queue, queue, Optional.empty(), Optional.empty()),
                                input.policy().untold(),
                                attempts))
                .map(tick -> tick.run(time))
                .orElseGet(() -> new Tally().answer());
        attempts.rethrow();
        return answer;
    }

    /** What an invocation reads, and where it writes; who is fed does not see all that is on its way. */
    private record Letters(Inbox inbox, Outbox outbox, Optional<List<TaskNews>> brought, Optional<Backlog> backlog) {}

    /** On their way to deregister, and from there. */
    private Backlog backlog(SqsQueue queue) {
        Optional<SqsQueue> frontDoor =
                Optional.ofNullable(config.lifecycleQueueUrl()).map(queues::at);
        return () -> queue.messages() + frontDoor.map(SqsQueue::messages).orElse(0);
    }

    private TerminatorStep tick(Letters letters, Policy policy, Attempts attempts) {
        Wiring.Mailboxes mailboxes = new Wiring.Mailboxes(
                letters.inbox(),
                letters.outbox(),
                Optional.ofNullable(config.deadLetterQueueUrl()).map(queues::at),
                Optional.ofNullable(config.lifecycleQueueUrl()).map(queues::at),
                letters.brought(),
                letters.backlog(),
                config.cluster());
        return wiring.tick(mailboxes, policy, attempts);
    }

    private static Observer.Places places(SdkClients clients, AutoScalingClient autoScaling, EcsClient ecs) {
        EcsContainerInstances containerInstances = new EcsContainerInstances(ecs);
        return new Observer.Places(
                new AutoScalingGroups(autoScaling),
                containerInstances,
                new Locator(containerInstances, new EcsClusters(ecs)),
                new TaskLook.Sources(new EcsTasks(ecs), new EcsTaskProtections(ecs), new KnownTasks()),
                new ElbClassicLoadBalancers(clients.build(ElasticLoadBalancingClient.builder())),
                new ElbTargetGroups(clients.build(ElasticLoadBalancingV2Client.builder())));
    }

    private Optional<WaitingInstances> waits(AutoScalingClient autoScaling) {
        OurGroups groups = config.groups();
        String key = groups.tagKey();
        String value = groups.tagValue();
        Tag tag = key == null || value == null ? null : new Tag(key, value);
        return groups.any()
                ? Optional.of(new AutoScalingWaits(autoScaling, groups.names(), tag, groups::mayBear))
                : Optional.empty();
    }
}
