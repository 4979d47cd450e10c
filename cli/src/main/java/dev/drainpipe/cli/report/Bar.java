package dev.drainpipe.cli.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The stages of an instance as one line of characters, one per equal part of the window. */
public final class Bar {
    private Bar() {}

    /** The stage in the middle of each part; STARTING where none was known yet. */
    public static List<Stage> cells(InstanceReport instance, Window window, int width) {
        long total = Math.max(1, window.length().toMillis());
        return IntStream.range(0, width)
                .mapToObj(i -> at(instance, window.start().plusMillis(total * (2L * i + 1) / (2L * width))))
                .toList();
    }

    private static Stage at(InstanceReport instance, Instant moment) {
        return instance.stages().stream()
                .filter(s -> !s.from().isAfter(moment) && s.to().isAfter(moment))
                .map(Span::value)
                .findFirst()
                .orElse(Stage.STARTING);
    }

    /** The same in ASCII. */
    public static String text(InstanceReport instance, Window window, int width) {
        StringBuilder line = new StringBuilder(width);
        cells(instance, window, width).forEach(stage -> line.append(stage.glyph()));
        return line.toString();
    }
}
