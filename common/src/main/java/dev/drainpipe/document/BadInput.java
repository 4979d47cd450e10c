package dev.drainpipe.document;

/** Thrown when something that an operator wrote is wrong; the message names every mistake with what is accepted. */
public final class BadInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
