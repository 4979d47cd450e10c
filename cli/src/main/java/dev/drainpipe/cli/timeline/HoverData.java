package dev.drainpipe.cli.timeline;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes what the page's script reads out at the pointer: all series of the run, in seconds since the scale-in. */
final class HoverData {
    private HoverData() {}

    /** JSON that is safe inside a script element. */
    static String json(RunReport report) {
        try {
            return JSON.std.asString(data(report)).replace("<", "\\u003c");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Object> data(RunReport report) {
        Window window = report.window();
        TrafficBuckets buckets = TrafficBuckets.of(report.traffic().seconds());
        return Map.of(
                "from", since(window, window.start()),
                "to", since(window, window.end()),
                "left", TimeAxis.LEFT / TimeAxis.WIDTH,
                "right", TimeAxis.RIGHT / TimeAxis.WIDTH,
                "service",
                        report.service().stream()
                                .map(s -> List.of(
                                        since(window, s.from()),
                                        s.value().desired(),
                                        s.value().running(),
                                        s.value().healthy()))
                                .toList(),
                "active",
                        report.activeInstances().stream()
                                .map(s -> List.of(since(window, s.from()), s.value()))
                                .toList(),
                "bucket", buckets.seconds(),
                "traffic",
                        buckets.parts().stream()
                                .map(p -> List.of(round(p.served()), p.dropped(), round(p.inFlight())))
                                .toList());
    }

    private static double since(Window window, Instant moment) {
        return Elapsed.seconds(window.since(moment));
    }

    private static double round(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
