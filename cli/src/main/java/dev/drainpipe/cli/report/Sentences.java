package dev.drainpipe.cli.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of a report that are sentences, the same in the terminal and on the page. */
public final class Sentences {
    private Sentences() {}

    /** What came out, in one sentence. */
    public static String outcome(RunReport report) {
        List<InstanceReport> leavers = report.leavers();
        long safely = leavers.stream().filter(InstanceReport::leftSafely).count();
        return "%d of %d instance%s let go safely, %,d requests served, %,d dropped."
                .formatted(
                        safely,
                        Math.max(report.setup().scaleIn(), leavers.size()),
                        leavers.size() == 1 ? "" : "s",
                        report.traffic().served(),
                        report.traffic().dropped());
    }

    /** How an instance went, in a few words. */
    public static String departure(InstanceReport instance) {
        if (instance.departure().isEmpty()) {
            return "not let go";
        }
        Departure departure = instance.departure().get();
        String after = Elapsed.minutes(instance.departureTook().orElse(Duration.ZERO));
        String by = switch (departure.by()) {
            case DRAINPIPE -> "";
            case TIME_OUT, NO_HOOK -> ", " + departure.by().words();
        };
        return after + (departure.safe() ? ", safely" : ", TOO EARLY") + by;
    }

    /** Whether enough instances were spare, and when not. */
    public static String spare(RunReport report) {
        if (report.shortfalls().isEmpty()) {
            return "kept throughout: always at least %d instance%s more than tasks"
                    .formatted(report.setup().spare(), report.setup().spare() == 1 ? "" : "s");
        }
        Duration all = report.shortfalls().stream().map(Shortfall::length).reduce(Duration.ZERO, Duration::plus);
        String times = report.shortfalls().stream()
                .map(s -> shortfall(s, report.window()))
                .collect(Collectors.joining("; "));
        return "not kept for %s: %s".formatted(Elapsed.minutes(all), times);
    }

    private static String shortfall(Shortfall time, Window window) {
        String from = Elapsed.minutes(window.since(time.from()));
        String to = Elapsed.minutes(window.since(time.to()));
        return "%s to %s (at worst %d)".formatted(from, to, time.lowest());
    }

    /** How often a function ran and called. */
    public static String function(FunctionReport function) {
        String calls = "%d call%s".formatted(function.callsInAll(), function.callsInAll() == 1 ? "" : "s");
        if (function.invocations() == 0) {
            return calls;
        }
        String runs = "%d invocation%s".formatted(function.invocations(), function.invocations() == 1 ? "" : "s");
        String errors = function.errors() == 0 ? "" : " (%d failed)".formatted(function.errors());
        return runs + errors + ", " + calls;
    }
}
