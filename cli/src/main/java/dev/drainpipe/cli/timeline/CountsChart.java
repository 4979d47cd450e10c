package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.ServiceState;
import dev.drainpipe.cli.report.Shortfall;
import dev.drainpipe.cli.report.Span;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws ACTIVE instances, desired and running tasks over time, and where N+1 was not kept. */
final class CountsChart {
    private static final Box PANEL = new Box(TimeAxis.LEFT, 10, TimeAxis.RIGHT - TimeAxis.LEFT, 130);
    private static final int SMALL = 20;
    private static final double ROOM_FOR_WORDS = 130;

    private final RunReport report;
    private final TimeAxis time;
    private final ValueAxis values;
    private final Svg svg = new Svg(TimeAxis.WIDTH);

    private CountsChart(RunReport report) {
        this.report = report;
        this.time = new TimeAxis(report.window());
        int highest = counts(report).max().orElse(1);
        int lowest = counts(report).min().orElse(0);
        this.values = new ValueAxis(PANEL, highest <= SMALL ? 0 : lowest, highest);
    }

    private static IntStream counts(RunReport report) {
        Stream<ServiceState> service = report.service().stream().map(Span::value);
        return IntStream.concat(
                service.flatMapToInt(s -> IntStream.of(s.desired(), s.running(), s.healthy())),
                report.activeInstances().stream().mapToInt(Span::value));
    }

    static String draw(RunReport report) {
        CountsChart chart = new CountsChart(report);
        double bottom = PANEL.y() + PANEL.height();
        StepPath running = chart.steps(report.service(), ServiceState::running);
        chart.svg.path(running.areaDownTo(bottom), "running");
        report.shortfalls().forEach(chart::shortfall);
        chart.values.draw(chart.svg);
        chart.time.grid(chart.svg, PANEL.y(), bottom);
        chart.svg.path(chart.steps(report.service(), ServiceState::healthy).line(), "step healthy");
        chart.svg.path(chart.steps(report.activeInstances(), i -> i).line(), "step active");
        chart.svg.path(chart.steps(report.service(), ServiceState::desired).line(), "step desired");
        return chart.svg.element(bottom + 8, "Desired and running tasks and ACTIVE instances over time");
    }

    private void shortfall(Shortfall shortfall) {
        double x = time.x(shortfall.from());
        double width = Math.max(1.5, time.x(shortfall.to()) - x);
        String tip = "N+%d not kept for %s, from %s: at worst %d instances more than tasks."
                .formatted(
                        report.setup().spare(),
                        Elapsed.minutes(shortfall.length()),
                        Elapsed.minutes(report.window().since(shortfall.from())),
                        shortfall.lowest());
        svg.rect(new Box(x, PANEL.y(), width, PANEL.height()), "short", tip);
        if (width >= ROOM_FOR_WORDS) {
            String words = "N+%d not kept, %s".formatted(report.setup().spare(), Elapsed.minutes(shortfall.length()));
            svg.text(x + width / 2, PANEL.y() + PANEL.height() - 8, "tick mid", words);
        }
    }

    private <T> StepPath steps(List<Span<T>> spans, ToIntFunction<T> value) {
        StepPath path = new StepPath();
        spans.forEach(
                span -> path.step(time.x(span.from()), time.x(span.to()), values.y(value.applyAsInt(span.value()))));
        return path;
    }
}
