package dev.drainpipe.taskscaler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.drainpipe.aws.EcsHeadcount;
import dev.drainpipe.aws.EcsServices;
import dev.drainpipe.aws.ScalableTargets;
import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.Rehearsal;
import dev.drainpipe.lambda.SqsBatch;
import dev.drainpipe.lambda.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;

/**
 * The entry point of the task-scaler: wiring, and one {@link ScalerStep} per invocation, whether a schedule asks for it
 * or messages of a queue do.
 */
public final class TaskScalerHandler implements RequestStreamHandler {
    /** A tick for a service that nobody knows. */
    private static final Rehearsal REHEARSAL = new Rehearsal(
            "{\"cluster_name\": \"c\", \"service_name\": \"s\", \"min_task_count\": 1, \"n_count\": 1}", Map.of());

    private final Surroundings surroundings;
    private final ScalerConfig config;
    private final ScalerStep.Ports ports;

    /** Called by Lambda. */
    public TaskScalerHandler() {
        this(Surroundings.inLambda());
        REHEARSAL.play(surroundings, TaskScalerHandler::new);
    }

    /** Called by tests and local runs. */
    public TaskScalerHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.config = ScalerConfig.from(surroundings.environment());
        SdkClients clients = new SdkClients(surroundings.environment(), surroundings.http());
        EcsClient ecs = clients.build(EcsClient.builder());
        this.ports = new ScalerStep.Ports(
                new EcsServices(ecs),
                new EcsHeadcount(ecs),
                new ScalableTargets(clients.build(ApplicationAutoScalingClient.builder())));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> payload = Payload.read(in);
        Attempts attempts = new Attempts(new Journal(surroundings.log(), context.getAwsRequestId()));
        ScalerStep step = new ScalerStep(ports, attempts);
        Payload.write(out, SqsBatch.is(payload) ? woken(payload, step, attempts) : scheduled(payload, step, attempts));
    }

    private Map<String, Object> scheduled(Map<String, Object> payload, ScalerStep step, Attempts attempts) {
        step.run(config.restrict(ScalerInput.from(payload)));
        attempts.rethrow();
        return Map.of();
    }

    private Map<String, Object> woken(Map<String, Object> payload, ScalerStep step, Attempts attempts) {
        SQSEvent event = SqsBatch.event(payload);
        WakeUp wakeUp = new WakeUp(config, step, attempts);
        return SqsBatch.payload(SqsBatch.response(
                wakeUp.run(SqsBatch.deliveries(event, surroundings.clock().instant()))));
    }
}
