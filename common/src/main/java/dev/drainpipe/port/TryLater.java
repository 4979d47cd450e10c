package dev.drainpipe.port;

/**
 * "Not now": AWS throttled us, was broken, or did not answer in time. Nothing is known and nothing may follow from it.
 *
 * <p>Adapters throw it; whoever catches it leaves the work for the next pass.
 */
public final class TryLater extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TryLater(String message) {
        super(message);
    }

    public TryLater(String message, Throwable cause) {
        super(message, cause);
    }
}
