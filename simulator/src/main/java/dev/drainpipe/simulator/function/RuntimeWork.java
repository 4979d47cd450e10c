package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.function.FunctionCode.FunctionFailed;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One invocation on its way to a process and back. */
final class RuntimeWork {
    private final String payload;
    private final InvocationContext context;
    private final CompletableFuture<Result> result = new CompletableFuture<>();

    private record Result(boolean succeeded, String json) {}

    RuntimeWork(String payload, InvocationContext context) {
        this.payload = payload;
        this.context = context;
    }

    String payload() {
        return payload;
    }

    InvocationContext context() {
        return context;
    }

    void succeed(String json) {
        result.complete(new Result(true, json));
    }

    /** Takes the runtime's error document: {@code errorMessage}, {@code errorType}, {@code stackTrace}. */
    void fail(String json) {
        result.complete(new Result(false, json));
    }

    boolean done() {
        return result.isDone();
    }

    /** What the process answered; throws what it reported as its error. */
    String answer() {
        Result known = result.join();
        if (known.succeeded()) {
            return known.json();
        }
        throw Documents.read(known.json()) instanceof Map<?, ?> error
                ? FunctionFailed.reported(
                        String.valueOf(error.get("errorType")), String.valueOf(error.get("errorMessage")))
                : FunctionFailed.reported("Runtime.Unknown", known.json());
    }
}
