package dev.drainpipe.taskscaler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.aws.EcsHeadcount;
import dev.drainpipe.aws.EcsServices;
import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.port.Headcount;
import dev.drainpipe.port.Services;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;

/** The entry point of the task-scaler: wiring, and one {@link ScalerStep} per invocation. */
public final class TaskScalerHandler implements RequestStreamHandler {
    private final Surroundings surroundings;
    private final ScalerConfig config;
    private final Services services;
    private final Headcount headcount;

    /** Called by Lambda. */
    public TaskScalerHandler() {
        this(Surroundings.inLambda());
    }

    /** Called by tests and local runs. */
    public TaskScalerHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.config = ScalerConfig.from(surroundings.environment());
        EcsClient ecs = new SdkClients(surroundings.environment(), surroundings.http()).build(EcsClient.builder());
        this.services = new EcsServices(ecs);
        this.headcount = new EcsHeadcount(ecs);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        ScalerInput input = ScalerInput.from(Payload.read(in));
        Journal journal = new Journal(surroundings.log(), context.getAwsRequestId());
        new ScalerStep(services, headcount, journal).run(config.restrict(input));
        Payload.write(out, Map.of());
    }
}
