package dev.drainpipe.benchmarks.cold;

import dev.drainpipe.benchmarks.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an invocation costs when a process is warm, and whether its memory grows. */
final class Warm {
    private static final int[] ENDS = {10, 50, 200, 1000};

    private final Site site;

    Warm(Site site) {
        this.site = site;
    }

    /** Invokes each a thousand times, at full speed. */
    Table table(List<Subject> subjects) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : subjects) {
            rows.add(row(subject));
        }
        return new Table(
                "Warm: CPU milliseconds for each invocation, and memory in MB (one process each, 512 MB, full speed).",
                List.of("function", "", "2 to 10", "11 to 50", "51 to 200", "201 to 1,000", "after 200", "after 1,000"),
                rows);
    }

    private List<String> row(Subject subject) throws IOException, InterruptedException {
        List<String> cells = new ArrayList<>(List.of(subject.function().module(), subject.name()));
        List<String> memory = new ArrayList<>();
        try (Start start = new Start(subject, site, 512)) {
            start.first(0);
            int done = 1;
            for (int end : ENDS) {
                double before = start.meter().cpuSeconds();
                for (int i = done; i < end; i++) {
                    start.again();
                }
                cells.add(number((start.meter().cpuSeconds() - before) * 1000 / (end - done)));
                memory.add(number(start.meter().residentMb()));
                done = end;
            }
        }
        cells.addAll(memory.subList(ENDS.length - 2, ENDS.length));
        return cells;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
