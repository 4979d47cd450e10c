package dev.drainpipe.simulator.function;

/** How Lambda writes its own log lines, and asks a function to write its lines. */
public enum LogFormat {
    TEXT("Text"),
    JSON("JSON");

    private final String word;

    LogFormat(String word) {
        this.word = word;
    }

    /** The word of Lambda's {@code LoggingConfig} and of the environment variable {@code AWS_LAMBDA_LOG_FORMAT}. */
    public String word() {
        return word;
    }
}
