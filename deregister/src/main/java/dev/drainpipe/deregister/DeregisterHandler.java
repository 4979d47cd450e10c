package dev.drainpipe.deregister;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Payload;
import dev.drainpipe.lambda.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The Lambda's entry point: wiring, and one call per invocation. */
public final class DeregisterHandler implements RequestStreamHandler {
    private final Surroundings surroundings;

    /** Called by Lambda. */
    public DeregisterHandler() {
        this(Surroundings.inLambda());
    }

    /** Called by tests and local runs. */
    public DeregisterHandler(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Journal journal = new Journal(surroundings.log(), context.getAwsRequestId());
        journal.info("" + Payload.read(in).keySet());
        Payload.write(out, Map.of());
    }
}
