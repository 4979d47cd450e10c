package dev.drainpipe.simulator.wire;

import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** Answers whether a call is let through to its service; faults, throttles and permissions are gates. */
@FunctionalInterface
public interface Gate {
    /**
     * The error with which the call ends before it had any effect, or empty to let it through.
     *
     * <p>Asked once per call, with the request as the service would get it.
     */
    Optional<AwsError> refuse(String caller, ServiceId service, String operation, SdkPojo request);
}
