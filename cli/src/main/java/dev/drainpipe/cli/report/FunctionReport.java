package dev.drainpipe.cli.report;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one function did: a Lambda, or whoever else called AWS.
 *
 * @param invocations how often it ran
 * @param errors how many of these runs ended with an error
 * @param took the virtual time of all runs together
 * @param calls its AWS API calls by {@code service:Operation}
 */
public record FunctionReport(int invocations, int errors, Duration took, Map<String, CallCount> calls) {
    static final FunctionReport NONE = new FunctionReport(0, 0, Duration.ZERO, Map.of());

    public FunctionReport {
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
    }

    FunctionReport ran(Duration time, boolean failed) {
        return new FunctionReport(invocations + 1, errors + (failed ? 1 : 0), took.plus(time), calls);
    }

    FunctionReport called(String operation, boolean failed) {
        Map<String, CallCount> more = new TreeMap<>(calls);
        more.merge(operation, new CallCount(1, failed ? 1 : 0), CallCount::plus);
        return new FunctionReport(invocations, errors, took, more);
    }

    /** All its calls together. */
    public int callsInAll() {
        return calls.values().stream().mapToInt(CallCount::calls).sum();
    }
}
