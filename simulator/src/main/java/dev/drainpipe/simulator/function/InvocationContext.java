package dev.drainpipe.simulator.function;

import java.time.Instant;

/**
 * What a function is told about one invocation.
 *
 * @param function the function's name, by which its calls are counted
 * @param functionArn its ARN
 * @param requestId a UUID
 * @param deadline when Lambda will stop it, in virtual time
 * @param memoryMb its memory size
 */
public record InvocationContext(
        String function, String functionArn, String requestId, Instant deadline, int memoryMb) {}
