package dev.drainpipe.deregister;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.drainpipe.aws.EcsContainerInstances;
import dev.drainpipe.aws.EcsDraining;
import dev.drainpipe.aws.EcsManagedLoadBalancers;
import dev.drainpipe.aws.ElbClassicLoadBalancers;
import dev.drainpipe.aws.ElbTargetGroups;
import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.aws.SqsQueues;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.SqsBatch;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.port.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The entry point of deregister: wiring, and one {@link DeregisterStep} per batch of messages, whether an event source
 * mapping brings the batch or a scheduled run takes it from the queue.
 */
public final class DeregisterHandler implements RequestStreamHandler {
    /** Less than the minute after which the next scheduled run comes. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(50);

    private final Surroundings surroundings;
    private final DeregisterConfig config;
    private final SqsQueues queues;
    private final Observer.Ecs ecs;
    private final ElbClassicLoadBalancers classic;
    private final ElbTargetGroups targetGroups;
    private final Execution.Hands hands;

    /** Called by Lambda. */
    public DeregisterHandler() {
        this(Surroundings.inLambda());
    }

    /** Called by tests and local runs. */
    public DeregisterHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.config = DeregisterConfig.from(surroundings.environment());
        SdkClients clients = new SdkClients(surroundings.environment(), surroundings.http());
        EcsClient ecsClient = clients.build(EcsClient.builder());
        this.queues = new SqsQueues(clients.build(SqsClient.builder()), surroundings.clock());
        this.ecs = new Observer.Ecs(new EcsContainerInstances(ecsClient), new EcsManagedLoadBalancers(ecsClient));
        this.classic = new ElbClassicLoadBalancers(clients.build(ElasticLoadBalancingClient.builder()));
        this.targetGroups = new ElbTargetGroups(clients.build(ElasticLoadBalancingV2Client.builder()));
        this.hands = new Execution.Hands(classic, targetGroups, new EcsDraining(ecsClient));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> payload = Payload.read(in);
        Journal journal = new Journal(surroundings.log(), context.getAwsRequestId());
        Payload.write(
                out,
                SqsBatch.is(payload)
                        ? SqsBatch.payload(batch(SqsBatch.event(payload), journal))
                        : scheduled(payload, journal, TimeLeft.of(context, surroundings.clock(), LONGEST_RUN)));
    }

    private SQSBatchResponse batch(SQSEvent event, Journal journal) {
        Attempts attempts = new Attempts(journal);
        DeregisterStep step = step(config.settings(), queues.at(config.requiredTerminationQueueUrl()), attempts);
        return SqsBatch.response(
                step.run(SqsBatch.deliveries(event, surroundings.clock().instant())));
    }

    private Map<String, Object> scheduled(Map<String, Object> payload, Journal journal, TimeLeft time) {
        DeregisterInput input = DeregisterInput.from(payload, config.settings());
        Attempts attempts = new Attempts(journal);
        DeregisterStep step = step(input.settings(), queues.at(input.terminationQueue()), attempts);
        int taken = new QueueRun(queues.at(input.lifecycleQueue()), step, attempts).run(time);
        attempts.rethrow();
        return Map.of("messages", taken);
    }

    private DeregisterStep step(Settings settings, Outbox terminationQueue, Attempts attempts) {
        Journal journal = attempts.journal();
        Optional<Outbox> deadLetterQueue =
                Optional.ofNullable(config.deadLetterQueueUrl()).map(queues::at);
        DeadLetters deadLetters = new DeadLetters(deadLetterQueue, "lifecycle queue", journal);
        return new DeregisterStep(
                new Intake(settings, deadLetters, attempts),
                new Observer(ecs, new TrafficLook(classic, targetGroups, attempts), attempts),
                new Execution(hands, terminationQueue, attempts),
                journal);
    }
}
