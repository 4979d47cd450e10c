package dev.drainpipe.simulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Thrown in the place of an answer that does not arrive; the client sees an {@link IOException} of its transport. */
@SuppressWarnings("serial")
public final class ConnectionBroken extends UncheckedIOException {
    private final IOException seen;

    private ConnectionBroken(IOException cause) {
        super(cause);
        this.seen = cause;
    }

    /** What the client sees. */
    public IOException seen() {
        return seen;
    }

    /** The connection was reset. */
    public static ConnectionBroken reset() {
        return new ConnectionBroken(new SocketException("Connection reset"));
    }

    /** Nothing came until the client's patience was over. */
    public static ConnectionBroken timedOut() {
        return new ConnectionBroken(new SocketTimeoutException("Read timed out"));
    }
}
