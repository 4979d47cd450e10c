package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where a moment lies on the page: the one time axis that all drawings share. */
final class TimeAxis {
    /** The width of every drawing. */
    static final double WIDTH = 1200;

    /** Where the time begins; instance ids stand left of it. */
    static final double LEFT = 178;

    /** Where the time ends. */
    static final double RIGHT = 1186;

    private static final int MOST_TICKS = 12;
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private final Window window;

    TimeAxis(Window window) {
        this.window = window;
    }

    Window window() {
        return window;
    }

    /** The x of a moment; moments outside the window lie at its edge. */
    double x(Instant moment) {
        double total = Math.max(1, window.length().toMillis());
        double part = Duration.between(window.start(), moment).toMillis() / total;
        return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, part));
    }

    /** Draws a fine line at each round time, from top to bottom, and a strong one at the scale-in. */
    void grid(Svg svg, double top, double bottom) {
        long step = step().toSeconds();
        long first = Math.floorDiv(window.since(window.start()).toSeconds(), step) * step;
        for (long at = first; at <= window.since(window.end()).toSeconds(); at += step) {
            Instant moment = window.scaleIn().plusSeconds(at);
            if (!moment.isBefore(window.start())) {
                svg.line(x(moment), top, x(moment), bottom, at == 0 ? "zero" : "grid");
            }
        }
    }

    /** Writes the round times. */
    void labels(Svg svg, double y) {
        long step = step().toSeconds();
        long first = Math.floorDiv(window.since(window.start()).toSeconds(), step) * step;
        for (long at = first; at <= window.since(window.end()).toSeconds(); at += step) {
            Instant moment = window.scaleIn().plusSeconds(at);
            if (!moment.isBefore(window.start())) {
                svg.text(x(moment), y, at == 0 ? "tick mid strong" : "tick mid", label(at));
            }
        }
    }

    private static String label(long seconds) {
        return seconds == 0 ? "scale-in" : Elapsed.minutes(Duration.ofSeconds(seconds));
    }

    private Duration step() {
        return STEPS.stream()
                .filter(step -> window.length().toMillis() <= step.toMillis() * MOST_TICKS)
                .findFirst()
                .orElse(Duration.ofDays(1));
    }
}
