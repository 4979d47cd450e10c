package dev.drainpipe.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report for people: what came out, how long each stage took, what it cost. */
public final class TextReport {
    private static final int BAR_WIDTH = 72;

    /** More than a screen of them say less than the page does. */
    private static final int MOST_BARS = 24;

    private static final List<Stage> COLUMNS = Arrays.stream(Stage.values())
            .filter(stage -> stage.leaving() && stage != Stage.LEAVING)
            .toList();

    private final RunReport report;
    private final List<String> lines = new ArrayList<>();

    private TextReport(RunReport report) {
        this.report = report;
    }

    /** The report as lines of ASCII text without line ends. */
    public static List<String> lines(RunReport report) {
        TextReport text = new TextReport(report);
        text.headline();
        text.stages();
        text.bars();
        text.spare();
        text.tasks();
        text.requests();
        text.functions();
        text.messages();
        return List.copyOf(text.lines);
    }

    private void headline() {
        lines.add(headline(report) + Sentences.outcome(report));
        report.shortcomings().forEach(sentence -> lines.add("  - " + sentence));
        lines.add("");
    }

    private static String headline(RunReport report) {
        if (report.succeeded()) {
            return "It worked: ";
        }
        return report.setup().drainpipe() ? "It did not work: " : "What it costs without Drainpipe: ";
    }

    private void stages() {
        if (report.leavers().isEmpty()) {
            return;
        }
        lines.add("How long each stage took (minutes:seconds of virtual time)");
        lines.add("  " + row("instance", COLUMNS.stream().map(Stage::words).toList(), "let go after"));
        for (InstanceReport instance : report.leavers()) {
            List<String> cells = COLUMNS.stream()
                    .map(stage -> Elapsed.minutes(instance.in(stage)))
                    .toList();
            lines.add("  " + row(instance.id(), cells, Sentences.departure(instance)));
        }
        lines.add("");
    }

    private static String row(String id, List<String> cells, String end) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-19s", id));
        for (int i = 0; i < cells.size(); i++) {
            int width = Math.max(COLUMNS.get(i).words().length(), 7);
            row.append("  ")
                    .append(" ".repeat(Math.max(0, width - cells.get(i).length())))
                    .append(cells.get(i));
        }
        return row.append("  ").append(end).toString();
    }

    private void bars() {
        if (report.leavers().isEmpty() || report.leavers().size() > MOST_BARS) {
            return;
        }
        Window window = report.window();
        for (InstanceReport instance : report.leavers()) {
            lines.add("  %-19s  %s".formatted(instance.id(), Bar.text(instance, window, BAR_WIDTH)));
        }
        lines.add("  %-19s  %s".formatted("", axis(window)));
        lines.add("  %-19s  %s".formatted("", glyphs()));
        lines.add("");
    }

    private static String axis(Window window) {
        String from = Elapsed.minutes(window.since(window.start()));
        String to = Elapsed.minutes(window.since(window.end()));
        return from + " ".repeat(Math.max(1, BAR_WIDTH - from.length() - to.length())) + to;
    }

    private static String glyphs() {
        return Arrays.stream(Stage.values())
                .filter(Stage::leaving)
                .map(stage -> stage.glyph() + " " + stage.words())
                .collect(Collectors.joining("   ", ". in service   ", ""));
    }

    private void spare() {
        lines.add(label("N+" + report.setup().spare()) + Sentences.spare(report));
    }

    private void tasks() {
        List<Span<ServiceState>> service = report.service();
        if (service.isEmpty()) {
            return;
        }
        List<Integer> desired = new ArrayList<>();
        service.stream().map(s -> s.value().desired()).forEach(count -> {
            if (desired.isEmpty() || !desired.get(desired.size() - 1).equals(count)) {
                desired.add(count);
            }
        });
        int fewest = service.stream().mapToInt(s -> s.value().healthy()).min().orElse(0);
        String counts = desired.stream().map(String::valueOf).collect(Collectors.joining(", then "));
        lines.add(label("Tasks") + "desired %s; never fewer than %d healthy".formatted(counts, fewest));
    }

    private void requests() {
        TrafficReport traffic = report.traffic();
        lines.add(label("Requests") + "%,d served, %,d dropped".formatted(traffic.served(), traffic.dropped()));
        traffic.reasons().forEach((reason, count) -> lines.add(label("") + "%,d: %s".formatted(count, reason)));
    }

    private void functions() {
        String label = "API calls";
        for (Map.Entry<String, FunctionReport> entry : report.functions().entrySet()) {
            FunctionReport function = entry.getValue();
            lines.add(label(label) + "%s: %s".formatted(entry.getKey(), Sentences.function(function)));
            function.calls()
                    .forEach((operation, count) -> lines.add(label("")
                            + "%6d  %s%s"
                                    .formatted(
                                            count.calls(),
                                            operation,
                                            count.errors() == 0
                                                    ? ""
                                                    : " (%d answered with an error)".formatted(count.errors()))));
            label = "";
        }
    }

    private void messages() {
        String label = "Messages";
        for (MessageOutcome message : report.messages()) {
            lines.add(label(label)
                    + "%s: %s".formatted(message.name(), message.end().words()));
            message.lastWord().ifPresent(word -> lines.add(label("") + "  " + word.strip()));
            label = "";
        }
    }

    private static String label(String text) {
        return "%-11s".formatted(text);
    }
}
