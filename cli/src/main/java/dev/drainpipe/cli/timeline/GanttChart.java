package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.Departure;
import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.InstanceReport;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Sentences;
import dev.drainpipe.cli.report.Span;
import dev.drainpipe.cli.report.Stage;
import dev.drainpipe.cli.report.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws one row for each instance: its stages as coloured bars, its tasks as a strip below them. */
final class GanttChart {
    private static final double TOP = 22;
    private static final double SECTION = 20;
    private static final double NARROWEST_LABELLED = 34;
    private static final double ROOM_FOR_OUTCOME = 110;

    private final RunReport report;
    private final TimeAxis axis;
    private final RowHeight rows;
    private final Svg svg = new Svg(TimeAxis.WIDTH);
    private double y = TOP;

    private GanttChart(RunReport report) {
        this.report = report;
        this.axis = new TimeAxis(report.window());
        this.rows = RowHeight.of(report.instances().size());
    }

    static String draw(RunReport report) {
        GanttChart chart = new GanttChart(report);
        List<InstanceReport> leaving = report.leavers();
        List<InstanceReport> staying =
                report.instances().stream().filter(i -> !i.left()).toList();
        double bottom = TOP + chart.height(leaving) + chart.height(staying);
        chart.axis.grid(chart.svg, TOP - 4, bottom);
        chart.axis.labels(chart.svg, TOP - 9);
        chart.section("leaving", leaving);
        chart.section("staying", staying);
        return chart.svg.element(
                bottom + 4, "Stages of each instance over time; the table below has the same numbers.");
    }

    private double height(List<InstanceReport> instances) {
        return instances.isEmpty() ? 0 : SECTION + rows.pitch() * instances.size();
    }

    private void section(String title, List<InstanceReport> instances) {
        if (instances.isEmpty()) {
            return;
        }
        svg.text(4, y + SECTION - 6, "section", "%s (%d)".formatted(title, instances.size()));
        y += SECTION;
        for (InstanceReport instance : instances) {
            row(instance);
            y += rows.pitch();
        }
    }

    private void row(InstanceReport instance) {
        svg.text(TimeAxis.LEFT - 8, y + rows.baseline(), "id end " + rows.cssClass(), instance.id());
        instance.stages().forEach(span -> stage(instance, span));
        instance.tasks().forEach(this::tasks);
        instance.departure().ifPresent(departure -> outcome(instance, departure));
    }

    private void stage(InstanceReport instance, Span<Stage> span) {
        if (span.value() == Stage.GONE) {
            return;
        }
        double x = axis.x(span.from());
        double width = Math.max(0.75, axis.x(span.to()) - x);
        svg.rect(new Box(x, y, width, rows.bar()), "bar " + cssClass(span.value()), tip(instance, span));
        if (rows.labelled() && span.value().leaving() && width >= NARROWEST_LABELLED) {
            svg.text(
                    x + width / 2,
                    y + rows.baseline(),
                    "took mid " + cssClass(span.value()),
                    Elapsed.minutes(span.length()));
        }
    }

    private void tasks(Span<Integer> span) {
        if (span.value() > 0) {
            double x = axis.x(span.from());
            Box strip = new Box(x, y + rows.bar() - rows.strip(), axis.x(span.to()) - x, rows.strip());
            svg.rect(strip, "task", tasksInWords(span));
        }
    }

    private String tasksInWords(Span<Integer> span) {
        return "%d task%s not STOPPED, %s".formatted(span.value(), span.value() == 1 ? "" : "s", times(span));
    }

    private void outcome(InstanceReport instance, Departure departure) {
        double end = instance.stages().stream()
                .filter(s -> s.value() != Stage.GONE)
                .mapToDouble(s -> axis.x(s.to()))
                .max()
                .orElse(axis.x(departure.at()));
        String words = rows.labelled() ? Sentences.departure(instance) : mark(departure);
        String css = (departure.safe() ? "good " : "bad ") + rows.cssClass();
        if (end + ROOM_FOR_OUTCOME < TimeAxis.RIGHT) {
            svg.text(end + 6, y + rows.baseline(), "outcome " + css, words);
        } else {
            Optional<Span<Stage>> first =
                    instance.stages().stream().filter(s -> s.value().leaving()).findFirst();
            double start = first.map(s -> axis.x(s.from())).orElse(end);
            svg.text(start - 6, y + rows.baseline(), "outcome end " + css, words);
        }
    }

    private static String mark(Departure departure) {
        return departure.safe() ? "safe" : "TOO EARLY";
    }

    private String tip(InstanceReport instance, Span<Stage> span) {
        return "%s: %s for %s, %s. %s."
                .formatted(
                        instance.id(),
                        span.value().words(),
                        Elapsed.minutes(span.length()),
                        times(span),
                        span.value().meaning());
    }

    private String times(Span<?> span) {
        Window window = report.window();
        return "%s to %s"
                .formatted(Elapsed.minutes(window.since(span.from())), Elapsed.minutes(window.since(span.to())));
    }

    /** The class of a stage's colour. */
    static String cssClass(Stage stage) {
        return "s-" + stage.name().toLowerCase(Locale.ROOT);
    }
}
