package dev.drainpipe.simulator.iam;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** Answers what a call of one service needs to be allowed. */
@FunctionalInterface
interface Accesses {
    /** All that must be allowed; empty for an operation of which this is not known. */
    Optional<List<Access>> of(String operation, SdkPojo request);
}
