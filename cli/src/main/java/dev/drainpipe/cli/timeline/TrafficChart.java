package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.RunReport;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** Draws requests in flight and answered requests as areas, lost requests as columns, over time. */
final class TrafficChart {
    private static final Box PANEL = new Box(TimeAxis.LEFT, 10, TimeAxis.RIGHT - TimeAxis.LEFT, 84);
    private static final double BOTTOM = PANEL.y() + PANEL.height();
    private static final double SMALLEST_DROP = 5;
    private static final double AXIS_ROOM = 24;

    private final RunReport report;
    private final TimeAxis time;
    private final TrafficBuckets buckets;
    private final Svg svg = new Svg(TimeAxis.WIDTH);

    private TrafficChart(RunReport report) {
        this.report = report;
        this.time = new TimeAxis(report.window());
        this.buckets = TrafficBuckets.of(report.traffic().seconds());
    }

    static String drawInFlight(RunReport report) {
        return new TrafficChart(report).inFlight();
    }

    static String drawPerSecond(RunReport report) {
        return new TrafficChart(report).perSecond();
    }

    private String inFlight() {
        ValueAxis values = new ValueAxis(PANEL, 0, most(TrafficBuckets.Part::inFlight));
        StepPath path = steps(values, TrafficBuckets.Part::inFlight);
        svg.path(path.areaDownTo(BOTTOM), "area");
        values.draw(svg);
        time.grid(svg, PANEL.y(), BOTTOM);
        svg.path(path.line(), "step inflight");
        return svg.element(BOTTOM + 8, "Requests in flight over time");
    }

    private String perSecond() {
        ValueAxis values = new ValueAxis(PANEL, 0, most(p -> p.served() + p.dropped()));
        svg.path(steps(values, TrafficBuckets.Part::served).areaDownTo(BOTTOM), "served");
        values.draw(svg);
        time.grid(svg, PANEL.y(), BOTTOM);
        for (int i = 0; i < buckets.parts().size(); i++) {
            dropped(i, values);
        }
        time.labels(svg, BOTTOM + 17);
        return svg.element(BOTTOM + AXIS_ROOM, "Requests served and dropped over time");
    }

    private double most(ToDoubleFunction<TrafficBuckets.Part> value) {
        return buckets.parts().stream().mapToDouble(value).max().orElse(1);
    }

    private StepPath steps(ValueAxis values, ToDoubleFunction<TrafficBuckets.Part> value) {
        StepPath path = new StepPath();
        for (int i = 0; i < buckets.parts().size(); i++) {
            path.step(
                    x(i), x(i + 1), values.y(value.applyAsDouble(buckets.parts().get(i))));
        }
        return path;
    }

    private void dropped(int i, ValueAxis values) {
        int dropped = buckets.parts().get(i).dropped();
        if (dropped > 0) {
            // Never too small to see: one lost request is one too many.
            double top = Math.max(PANEL.y(), Math.min(values.y(dropped), BOTTOM - SMALLEST_DROP));
            double width = Math.max(SMALLEST_DROP, x(i + 1) - x(i));
            svg.rect(new Box(x(i), top, width, BOTTOM - top), "dropped", dropped + " dropped");
        }
    }

    private double x(int part) {
        Instant moment = report.window().start().plusSeconds((long) part * buckets.seconds());
        return time.x(moment);
    }
}
