package dev.drainpipe.cli.simulate;

import dev.drainpipe.proof.Failure;
import dev.drainpipe.proof.RunResult;
import dev.drainpipe.proof.campaign.Score.Figures;
import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a simulation came to, for people. */
final class SimulationText {
    private static final double MILLIS = 1000;
    private static final int BAR = 24;
    private static final int NAME = 34;

    private SimulationText() {}

    /** The figures in one line. */
    static String headline(Figures figures, Duration took) {
        long faults = figures.coverage().of(Area.FAULT).values().stream()
                .mapToLong(number -> number)
                .sum();
        return String.format(
                Locale.ROOT,
                "%d runs, %.1f a second, %d h of virtual time, %d faults, %d states covered, %d failed",
                figures.runs(),
                figures.runs() * MILLIS / Math.max(1, took.toMillis()),
                figures.virtual().toHours(),
                faults,
                figures.coverage().states(),
                figures.failed().size() + figures.broken().size());
    }

    /** The picture of a simulation that goes on, no wider than this. */
    static List<String> progress(Figures figures, Duration took, int width) {
        List<String> lines = new ArrayList<>(List.of(headline(figures, took), ""));
        lines.addAll(bars(Area.FAULT, figures.coverage()));
        lines.addAll(bars(Area.VERDICT, figures.coverage()));
        return lines.stream()
                .map(line -> line.length() < width ? line : line.substring(0, width - 1))
                .toList();
    }

    /** The report of many runs. */
    static List<String> lines(Figures figures, Duration took, List<Failure> failures) {
        List<String> lines = new ArrayList<>();
        for (Area area : Area.values()) {
            lines.addAll(bars(area, figures.coverage()));
        }
        failures.forEach(failure -> lines.addAll(failure.lines()));
        figures.broken()
                .forEach(broken -> lines.add("Seed " + broken.seed() + " could not be played: " + broken.why()));
        if (figures.failed().size() > failures.size()) {
            lines.add("Further seeds that failed: "
                    + figures.failed().stream()
                            .skip(failures.size())
                            .map(RunResult::seed)
                            .toList());
        }
        lines.add(headline(figures, took) + ", in " + took.toSeconds() + " s");
        lines.add(figures.clean() ? "Every run was clean." : "Not every run was clean.");
        return lines;
    }

    /** The report of one run. */
    static List<String> lines(RunResult result, List<Failure> failures) {
        List<String> lines = new ArrayList<>();
        failures.forEach(failure -> lines.addAll(failure.lines()));
        lines.add("Seed %d: %d events in %d s of virtual time, hash %016x: %s"
                .formatted(
                        result.seed(),
                        result.events(),
                        result.lasted().toSeconds(),
                        result.hash(),
                        result.clean() ? "clean." : "not clean."));
        return lines;
    }

    private static List<String> bars(Area area, Coverage coverage) {
        Map<String, Long> counts = coverage.of(area);
        long most = counts.values().stream().mapToLong(number -> number).max().orElse(1);
        List<String> lines = new ArrayList<>();
        lines.add(area.words());
        counts.forEach((name, number) -> {
            int length = (int) Math.max(1, number * BAR / most);
            lines.add(("  %-" + NAME + "s %9d %s").formatted(name, number, "#".repeat(length)));
        });
        lines.add("");
        return lines;
    }
}
