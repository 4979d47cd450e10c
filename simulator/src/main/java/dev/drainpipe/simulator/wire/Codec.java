package dev.drainpipe.simulator.wire;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** One wire protocol, spoken for one operation of one service. */
interface Codec {
    /**
     * Reads the request into the SDK's builder.
     *
     * @throws AwsError if the body is malformed or holds a member that the SDK's model does not have
     */
    void read(SdkBytes body, SdkPojo into);

    /** Writes the answer of a call that succeeded. */
    WireResponse write(SdkPojo answer, String requestId);

    /** Writes the answer of a call that failed. */
    WireResponse write(AwsError error, String requestId);
}
