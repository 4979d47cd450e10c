package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What Lambda knows of a function besides its code.
 *
 * @param name the function's name
 * @param handler such as {@code dev.drainpipe.terminator.TerminatorHandler::handleRequest}
 * @param timeout after which an invocation is killed; 1 to 900 s (Lambda developer guide, "Lambda quotas")
 * @param memoryMb 128 to 10,240 (same page)
 * @param environment all variables that its code sees, Lambda's own ones too
 * @param logFormat how its log lines look
 */
public record FunctionSpec(
        String name,
        String handler,
        Duration timeout,
        int memoryMb,
        Map<String, String> environment,
        LogFormat logFormat) {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    public FunctionSpec {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + ": the time-out " + timeout + " is not between 1 and 900 s.");
        }
        if (memoryMb < 128 || memoryMb > 10_240) {
            throw new IllegalArgumentException(name + ": the memory " + memoryMb + " MB is not between 128 and 10240.");
        }
        environment = Map.copyOf(environment);
    }

    /** The same function with its log in another format. */
    public FunctionSpec logging(LogFormat format) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("AWS_LAMBDA_LOG_FORMAT", format.word());
        return new FunctionSpec(name, handler, timeout, memoryMb, variables, format);
    }

    /** The class named by the handler, without the method. */
    public String handlerClass() {
        int end = handler.indexOf("::");
        return end < 0 ? handler : handler.substring(0, end);
    }
}
