package dev.drainpipe.port;

/**
 * What we were told to work with does not exist (any more), such as a deleted queue.
 *
 * <p>An operator must know, so it is an error in the log; but nothing gets better by trying again, so it fails nothing.
 */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotThere(String message, Throwable cause) {
        super(message, cause);
    }
}
