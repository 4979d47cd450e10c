package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.FunctionReport;
import dev.drainpipe.cli.report.InstanceReport;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Shortfall;
import java.time.Duration;
import java.util.List;

/** Writes the few numbers that say it all, on top of the page. */
final class Tiles {
    private final RunReport report;
    private final StringBuilder html = new StringBuilder();

    private Tiles(RunReport report) {
        this.report = report;
    }

    static String html(RunReport report) {
        Tiles tiles = new Tiles(report);
        tiles.departures();
        tiles.requests();
        tiles.times();
        tiles.spare();
        tiles.calls();
        return tiles.html.toString();
    }

    private void departures() {
        List<InstanceReport> leavers = report.leavers();
        long safely = leavers.stream().filter(InstanceReport::leftSafely).count();
        int wanted = Math.max(report.setup().scaleIn(), leavers.size());
        tile(safely == wanted ? "good" : "bad", safely + " of " + wanted, "instances let go safely");
    }

    private void requests() {
        int dropped = report.traffic().dropped();
        tile(
                dropped == 0 ? "good" : "bad",
                "%,d".formatted(dropped),
                "requests dropped, %,d served".formatted(report.traffic().served()));
    }

    private void times() {
        List<Duration> times = report.leavers().stream()
                .flatMap(i -> i.departureTook().stream())
                .sorted()
                .toList();
        if (!times.isEmpty()) {
            String longest = Elapsed.minutes(times.get(times.size() - 1));
            String median = Elapsed.minutes(times.get((times.size() - 1) / 2));
            tile("", longest, "longest departure, median " + median);
        }
    }

    private void spare() {
        Duration all = report.shortfalls().stream().map(Shortfall::length).reduce(Duration.ZERO, Duration::plus);
        String name = "N+" + report.setup().spare();
        if (all.isZero()) {
            tile("good", "kept", name + " throughout");
        } else {
            tile("warn", Elapsed.minutes(all), name + " not kept");
        }
    }

    private void calls() {
        int calls = report.functions().values().stream()
                .mapToInt(FunctionReport::callsInAll)
                .sum();
        tile("", "%,d".formatted(calls), "AWS API calls");
    }

    private void tile(String mood, String number, String meaning) {
        html.append("<div class=\"tile %s\"><b>%s</b><span>%s</span></div>\n"
                .formatted(mood, Html.escape(number), Html.escape(meaning)));
    }
}
