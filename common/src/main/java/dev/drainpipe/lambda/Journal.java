package dev.drainpipe.lambda;

import dev.drainpipe.lambda.LogSink.Level;
import java.util.Map;
import java.util.TreeMap;

/**
 * The log of one invocation: one line per decision, the message in words, the same in fields for programs.
 *
 * <p>Levels: error = a bug or a refusal; warn = the work could not be done now; info = something changed or was decided;
 * debug = the rest.
 */
public final class Journal {
    /** The field that holds Lambda's request id. */
    public static final String REQUEST_ID = "requestId";

    private final LogSink sink;
    private final String requestId;

    public Journal(LogSink sink, String requestId) {
        this.sink = sink;
        this.requestId = requestId;
    }

    public void debug(String message, Map<String, String> fields) {
        write(Level.DEBUG, message, fields);
    }

    public void info(String message) {
        write(Level.INFO, message, Map.of());
    }

    public void info(String message, Map<String, String> fields) {
        write(Level.INFO, message, fields);
    }

    /** In a dry run: a call that would have changed something, such as {@code sqs:SendMessage}, and on what. */
    public void wouldCall(String operation, String on) {
        info("Dry run: would call " + operation + " " + on, Map.of("dryRun", "true", "call", operation));
    }

    /** The work could not be done now. */
    public void warn(String message, Map<String, String> fields) {
        write(Level.WARN, message, fields);
    }

    /** A bug of ours, or AWS refused what we must be allowed to do. */
    public void error(String message, Map<String, String> fields) {
        write(Level.ERROR, message, fields);
    }

    private void write(Level level, String message, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(REQUEST_ID, requestId);
        sink.write(level, message, all);
    }
}
