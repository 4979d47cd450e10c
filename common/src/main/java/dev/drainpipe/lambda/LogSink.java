package dev.drainpipe.lambda;

import java.util.Map;

/** Where the journal's lines go: log4j in Lambda, a list in a test, a simulated log group in a local run. */
@FunctionalInterface
public interface LogSink {
    /** How much a line matters: error = our bug; warn = we could not do our job now; info = something changed; debug = the rest. */
    enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** Writes one line; the fields are for programs (JSON logs), the message already says the same in words. */
    void write(Level level, String message, Map<String, String> fields);
}
