package dev.drainpipe.benchmarks.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.lambda.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One of Drainpipe's functions as it would be without its rehearsal; which one, the variable {@code INNER} says. */
public final class UnrehearsedHandler implements RequestStreamHandler {
    private final RequestStreamHandler inner;

    /** Called by Lambda. */
    public UnrehearsedHandler() throws ReflectiveOperationException {
        this.inner = Class.forName(System.getenv("INNER"))
                .asSubclass(RequestStreamHandler.class)
                .getConstructor(Surroundings.class)
                .newInstance(Surroundings.inLambda());
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        inner.handleRequest(in, out, context);
    }
}
