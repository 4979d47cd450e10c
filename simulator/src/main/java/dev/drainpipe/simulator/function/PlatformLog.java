package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Lambda's own lines about an invocation: START, END and REPORT as text, or their JSON form at system log level INFO.
 *
 * <p>Memory is not measured: "Max Memory Used" is the memory size. There is no "Init Duration": code starts at once.
 *
 * <p>Facts from the Lambda developer guide, "Configuring JSON and plain text log formats".
 */
final class PlatformLog {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final LogGroup log;
    private final FunctionSpec spec;
    private final String requestId;

    PlatformLog(LogGroup log, FunctionSpec spec, String requestId) {
        this.log = log;
        this.spec = spec;
        this.requestId = requestId;
    }

    void started(Instant now) {
        switch (spec.logFormat()) {
            case TEXT -> log.write("START RequestId: " + requestId + " Version: $LATEST");
            case JSON -> platform(now, "platform.start", "\"version\":\"$LATEST\"");
        }
    }

    void ended(Instant now, Duration took, Outcome outcome) {
        if (outcome instanceof Outcome.TimedOut late) {
            log.write(MILLISECONDS.format(now) + " " + requestId + " " + late.message());
        }
        switch (spec.logFormat()) {
            case TEXT -> {
                log.write("END RequestId: " + requestId);
                log.write(report(took, outcome));
            }
            case JSON -> platform(now, "platform.report", metrics(took) + ",\"status\":\"" + status(outcome) + "\"");
        }
    }

    private String report(Duration took, Outcome outcome) {
        String line = String.format(
                Locale.ROOT,
                "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB\tMax Memory Used: %d MB\t",
                requestId,
                milliseconds(took),
                billed(took),
                spec.memoryMb(),
                spec.memoryMb());
        return outcome instanceof Outcome.Answered ? line : line + "Status: " + status(outcome) + "\t";
    }

    private String metrics(Duration took) {
        return String.format(
                Locale.ROOT,
                "\"metrics\":{\"durationMs\":%.3f,\"billedDurationMs\":%d,\"memorySizeMB\":%d,\"maxMemoryUsedMB\":%d}",
                milliseconds(took),
                billed(took),
                spec.memoryMb(),
                spec.memoryMb());
    }

    private void platform(Instant now, String type, String details) {
        log.write("{\"time\":\"" + MILLISECONDS.format(now) + "\",\"type\":\"" + type
                + "\",\"record\":{\"requestId\":\"" + requestId + "\"," + details + "}}");
    }

    private static String status(Outcome outcome) {
        if (outcome instanceof Outcome.Answered) {
            return "success";
        }
        return outcome instanceof Outcome.TimedOut ? "timeout" : "error";
    }

    private static double milliseconds(Duration took) {
        return took.toNanos() / 1e6;
    }

    /** Lambda bills whole milliseconds, rounded up. */
    private static long billed(Duration took) {
        return (took.toNanos() + 999_999) / 1_000_000;
    }
}
