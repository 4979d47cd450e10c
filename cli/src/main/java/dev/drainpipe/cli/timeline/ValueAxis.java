package dev.drainpipe.cli.timeline;

import java.util.Locale;

/** Where a number lies in a panel, with round numbers marked. */
final class ValueAxis {
    private static final double[] STEPS = {1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000};
    private static final int MOST_TICKS = 5;

    private final Box panel;
    private final double lowest;
    private final double highest;
    private final double step;

    /** An axis for a panel that shows all numbers from the lowest to the highest. */
    ValueAxis(Box panel, double lowest, double highest) {
        this.panel = panel;
        this.step = step(highest - lowest);
        this.lowest = Math.floor(lowest / step) * step;
        this.highest = Math.max(this.lowest + step, Math.ceil(highest / step) * step);
    }

    private static double step(double range) {
        for (double candidate : STEPS) {
            if (range <= candidate * MOST_TICKS) {
                return candidate;
            }
        }
        return Math.max(1, range / MOST_TICKS);
    }

    double y(double value) {
        double part = (value - lowest) / (highest - lowest);
        return panel.y() + panel.height() * (1 - part);
    }

    /** Draws the round numbers and their lines. */
    void draw(Svg svg) {
        for (double value = lowest; value <= highest; value += step) {
            svg.line(TimeAxis.LEFT, y(value), TimeAxis.RIGHT, y(value), "grid");
            svg.text(TimeAxis.LEFT - 8, y(value) + 4, "tick end", String.format(Locale.ROOT, "%,d", (long) value));
        }
    }
}
