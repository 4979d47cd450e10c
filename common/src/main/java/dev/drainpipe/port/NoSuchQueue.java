package dev.drainpipe.port;

/** "There is no such queue (any more)": an answer, and one that no retry changes until somebody makes the queue. */
public final class NoSuchQueue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchQueue(String message, Throwable cause) {
        super(message, cause);
    }
}
