package dev.drainpipe.proof.invariant;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** An API call before its effect, with its request as the service gets it. */
public record Call(Instant at, String caller, String name, SdkPojo request) {
    private static final Set<String> FUNCTIONS = Set.of("deregister", "terminator", "task-scaler");

    /** Whether one of our functions makes it. */
    public boolean ours() {
        return FUNCTIONS.contains(caller);
    }

    /** Whether it changes something. */
    public boolean writes() {
        String operation = name.substring(name.indexOf(':') + 1);
        return Stream.of("Describe", "List", "Get", "Receive").noneMatch(operation::startsWith);
    }
}
