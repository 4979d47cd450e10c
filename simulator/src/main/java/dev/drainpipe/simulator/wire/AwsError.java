package dev.drainpipe.simulator.wire;

/**
 * An error answer of a simulated service, as it goes over the wire.
 *
 * <p>The code is the wire code, such as {@code ValidationError} or {@code AWS.SimpleQueueService.NonExistentQueue}, not
 * the name of a Java class.
 */
@SuppressWarnings("serial")
public final class AwsError extends RuntimeException {
    private final int status;
    private final String code;

    private AwsError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The caller's fault, HTTP 400. */
    public static AwsError sender(String code, String message) {
        return new AwsError(400, code, message);
    }

    /** The service's fault, HTTP 500. */
    public static AwsError receiver(String code, String message) {
        return new AwsError(500, code, message);
    }

    /** An error with a status of its own. */
    public static AwsError of(int status, String code, String message) {
        return new AwsError(status, code, message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
