package dev.drainpipe.terminator;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.aws.AutoScalingActions;
import dev.drainpipe.aws.AutoScalingGroups;
import dev.drainpipe.aws.AutoScalingHooks;
import dev.drainpipe.aws.EcsContainerInstances;
import dev.drainpipe.aws.EcsTasks;
import dev.drainpipe.aws.ElbClassicLoadBalancers;
import dev.drainpipe.aws.ElbTargetGroups;
import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.aws.SqsQueue;
import dev.drainpipe.aws.SqsQueues;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The entry point of the terminator: wiring, and one {@link TerminatorStep} per invocation. */
public final class TerminatorHandler implements RequestStreamHandler {
    /** Less than the minute after which the next tick comes. */
    private static final Duration LONGEST_TICK = Duration.ofSeconds(50);

    private final Surroundings surroundings;
    private final TerminatorConfig config;
    private final SqsQueues queues;
    private final Observer.Places places;
    private final LifecycleActions actions;
    private final HookTimeouts hooks;
    private final Heartbeats heartbeats = new Heartbeats();

    /** Called by Lambda. */
    public TerminatorHandler() {
        this(Surroundings.inLambda());
    }

    /** Called by tests and local runs. */
    public TerminatorHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.config = TerminatorConfig.from(surroundings.environment());
        SdkClients clients = new SdkClients(surroundings.environment(), surroundings.http());
        AutoScalingClient autoScaling = clients.build(AutoScalingClient.builder());
        EcsClient ecs = clients.build(EcsClient.builder());
        this.queues = new SqsQueues(clients.build(SqsClient.builder()), surroundings.clock());
        this.actions = new AutoScalingActions(autoScaling);
        this.hooks = new AutoScalingHooks(autoScaling, surroundings.clock());
        this.places = new Observer.Places(
                new AutoScalingGroups(autoScaling),
                new EcsContainerInstances(ecs),
                new EcsTasks(ecs),
                new ElbClassicLoadBalancers(clients.build(ElasticLoadBalancingClient.builder())),
                new ElbTargetGroups(clients.build(ElasticLoadBalancingV2Client.builder())));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        TerminatorInput input = TerminatorInput.from(Payload.read(in), config.policy());
        Journal journal = new Journal(surroundings.log(), context.getAwsRequestId());
        Map<String, Object> answer = step(input, journal).run(TimeLeft.of(context, surroundings.clock(), LONGEST_TICK));
        Payload.write(out, answer);
    }

    private TerminatorStep step(TerminatorInput input, Journal journal) {
        Attempts attempts = new Attempts(journal);
        SqsQueue queue = queues.at(config.queue(input.queueName()));
        boolean dryRun = input.policy().dryRun();
        Mail.Queue mail = dryRun
                ? new Mail.Queue(queue, null, null)
                : new Mail.Queue(queue, queue, new DeadLetters(deadLetterQueue(), "termination queue", journal));
        Execution execution = new Execution(actions, heartbeats, input.policy(), attempts);
        TerminatorStep.Tools tools = new TerminatorStep.Tools(
                new Mail(mail, config.cluster(), attempts),
                new Observer(places, attempts, surroundings.clock()),
                new Judge(hooks, execution, input.policy(), attempts),
                surroundings.pause());
        return new TerminatorStep(tools, input.policy().recheck(), attempts);
    }

    private Optional<Outbox> deadLetterQueue() {
        return Optional.ofNullable(config.deadLetterQueueUrl()).map(queues::at);
    }
}
