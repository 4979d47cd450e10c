package dev.drainpipe.simulator.wire;

import java.time.Duration;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Thrown by an operation that may wait, such as a long poll, when there is nothing to answer yet: the transport asks
 * again while the wait lasts, and gives the empty answer when it is over.
 */
@SuppressWarnings("serial")
public final class NothingYet extends RuntimeException {
    private final transient Duration patience;
    private final transient SdkPojo emptyAnswer;

    public NothingYet(Duration patience, SdkPojo emptyAnswer) {
        super(null, null, false, false);
        this.patience = patience;
        this.emptyAnswer = emptyAnswer;
    }

    /** How long the caller waits in all, from its first attempt, in virtual time. */
    public Duration patience() {
        return patience;
    }

    /** What it gets when the wait is over. */
    public SdkPojo emptyAnswer() {
        return emptyAnswer;
    }
}
