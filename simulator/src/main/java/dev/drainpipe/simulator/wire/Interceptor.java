package dev.drainpipe.simulator.wire;

import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Stands between the callers and the services: sees every call that the gates let through, and may do with it and with
 * its answer what it likes. Faults and recorders are interceptors.
 */
@FunctionalInterface
public interface Interceptor {
    /**
     * What answers the call; asked once per call, before its effect.
     *
     * <p>The answer may ask the service or not, change what it says, throw an {@link AwsError} or, for an answer that
     * never arrives, a {@link ConnectionBroken}. A call that waits, such as a long poll, asks more than once; a {@link
     * NothingYet} should be let through.
     *
     * @param service does the call, at the moment in which it is asked
     */
    Supplier<? extends SdkPojo> around(Passing call, Supplier<? extends SdkPojo> service);
}
